namespace Demarche.Store.Sources.Lines;

/// <summary>Reads lines of at most so many characters: an endless one is skipped and never held in memory.</summary>
internal sealed class BoundedLines(TextReader reader, int longest)
{
#if DEBUG
    private const int BufferLength = 61;   // small, so that tests cross its end
#else
    private const int BufferLength = 1 << 15;
#endif

    private readonly char[] _buffer = new char[BufferLength];
    private int _next;
    private int _end;

    /// <summary>The number of the line read last, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The most characters of a line.</summary>
    public int Longest => longest;

    /// <summary>Whether the line read last was longer and is skipped.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>The next line without its end; an empty one in place of one that is too long; null at the end.</summary>
    public string? Read()
    {
        var line = new System.Text.StringBuilder();
        var isAny = false;
        IsTooLong = false;
        while (_next < _end || Fill())
        {
            isAny = true;
            var rest = _buffer.AsSpan(_next, _end - _next);
            var stop = rest.IndexOfAny('\n', '\r');
            Take(line, stop < 0 ? rest : rest[..stop]);
            _next += stop < 0 ? rest.Length : stop + 1;
            if (stop >= 0)
            {
                SkipFeedAfterReturn(rest[stop]);
                break;
            }
        }

        Number += isAny ? 1 : 0;
        return isAny ? line.ToString() : null;
    }

    private void Take(System.Text.StringBuilder line, ReadOnlySpan<char> more)
    {
        IsTooLong |= line.Length + more.Length > longest;
        if (IsTooLong)
        {
            line.Clear();
        }
        else
        {
            line.Append(more);
        }
    }

    private void SkipFeedAfterReturn(char end)
    {
        if (end == '\r' && (_next < _end || Fill()) && _buffer[_next] == '\n')
        {
            _next++;
        }
    }

    private bool Fill()
    {
        (_next, _end) = (0, reader.Read(_buffer, 0, _buffer.Length));
        return _end > 0;
    }
}
