namespace Demarche.Store.Sources.Archives;

/// <summary>The unpacked side of an archive: stops with a message at a size or ratio that only a bomb has.</summary>
/// <param name="name">What to call it.</param>
/// <param name="unpacked">The bytes as they are unpacked.</param>
/// <param name="packed">How many packed bytes were read so far.</param>
/// <param name="limits">What is too much.</param>
internal sealed class PackedStream(string name, Stream unpacked, Func<long> packed, ReadingLimits limits) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _read; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = unpacked.Read(buffer);
        _read += count;
        if (_read > limits.UnpackedBytes)
        {
            throw new RefusedInputException(SourceDiagnostics.Bomb(name, _read, "more than any archive may"));
        }

        if (_read > limits.UnpackedFree && _read / limits.UnpackedRatio > Math.Max(1, packed()))
        {
            throw new RefusedInputException(SourceDiagnostics.Bomb(name, _read, $"more than {limits.UnpackedRatio} times its size"));
        }

        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            unpacked.Dispose();
        }

        base.Dispose(disposing);
    }
}
