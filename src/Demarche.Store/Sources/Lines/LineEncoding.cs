using System.Text;

namespace Demarche.Store.Sources.Lines;

/// <summary>The characters of tables and lines: UTF-8; what is none is read as Windows-1252, in which old tables are written, so that no letter is lost.</summary>
/// <remarks>A letter of Windows-1252 above ASCII is no UTF-8 but where two or more happen to stand as UTF-8 has them, "Ã©", which no language writes.</remarks>
internal static class LineEncoding
{
    private static readonly Encoding Encoding = Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new Windows1252Fallback());

    /// <summary>A reader of a stream; a byte order mark, of UTF-16 too, goes before.</summary>
    public static StreamReader Reader(Stream bytes) => new(bytes, Encoding);

    private sealed class Windows1252Fallback : DecoderFallback
    {
        public override int MaxCharCount => 4;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

        private sealed class Buffer : DecoderFallbackBuffer
        {
            private static readonly Encoding Old = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
            private string _characters = "";
            private int _next;

            public override int Remaining => _characters.Length - _next;

            public override bool Fallback(byte[] bytesUnknown, int index)
            {
                _characters = Old.GetString(bytesUnknown);
                _next = 0;
                return _characters.Length > 0;
            }

            public override char GetNextChar() => _next < _characters.Length ? _characters[_next++] : '\0';

            public override bool MovePrevious()
            {
                if (_next == 0)
                {
                    return false;
                }

                _next--;
                return true;
            }

            public override void Reset() => (_characters, _next) = ("", 0);
        }
    }
}
