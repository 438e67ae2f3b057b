namespace Demarche.Store.Sources.Archives;

/// <summary>Reads a stream by blocks and lines of bytes, and can look ahead; holds one buffer, whatever the length.</summary>
/// <param name="stream">The stream.</param>
/// <param name="most">Bytes that are taken of it: a file that grows while it is read (by our own output, say) must end.</param>
internal sealed class ByteReader(Stream stream, long most = long.MaxValue) : Stream
{
    private long _left = most;
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _next;
    private int _end;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Bytes handed out by <see cref="Read(Span{byte})"/>.</summary>
    public long Count { get; private set; }

    /// <summary>The next bytes, left to be read: as many as asked for where the stream has them.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        if (_end - _next < count)
        {
            Buffer.BlockCopy(_buffer, _next, _buffer, 0, _end - _next);
            (_next, _end) = (0, _end - _next);
            while (_end < count && Fill(_buffer.AsSpan(_end)) is > 0 and var more)
            {
                _end += more;
            }
        }

        return _buffer.AsSpan(_next, Math.Min(count, _end - _next));
    }

    /// <summary>The next line as Latin-1 without its end, cut at 8 KB; null at the end of the stream.</summary>
    public string? ReadLine()
    {
        const int Longest = 8192;
        var line = new System.Text.StringBuilder();
        var isAny = false;
        while (Peek(1).Length > 0)
        {
            isAny = true;
            var rest = _buffer.AsSpan(_next, _end - _next);
            var stop = rest.IndexOf((byte)'\n');
            var part = stop < 0 ? rest : rest[..stop];
            if (line.Length < Longest)
            {
                line.Append(System.Text.Encoding.Latin1.GetString(part[..Math.Min(part.Length, Longest)]));
            }

            _next += stop < 0 ? rest.Length : stop + 1;
            if (stop >= 0)
            {
                break;
            }
        }

        return isAny ? line.ToString().TrimEnd('\r') : null;
    }

    /// <summary>The next bytes, or fewer where the stream ends before.</summary>
    public byte[] ReadBlock(int count)
    {
        var block = new byte[Math.Min(count, 1 << 16)];
        var length = 0;
        while (length < count)
        {
            // It grows as bytes come: a length that a broken file claims is not believed.
            if (length == block.Length)
            {
                Array.Resize(ref block, (int)Math.Min(count, block.Length * 2L));
            }

            var more = Read(block.AsSpan(length));
            if (more == 0)
            {
                break;
            }

            length += more;
        }

        return length == block.Length ? block : block[..length];
    }

    /// <summary>Skips bytes; gives how many there were.</summary>
    public long Skip(long count)
    {
        var left = count;
        while (left > 0 && Peek(1).Length > 0)
        {
            var step = (int)Math.Min(left, _end - _next);
            _next += step;
            left -= step;
        }

        return count - left;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_next == _end)
        {
            (_next, _end) = (0, Fill(_buffer));
        }

        var count = Math.Min(buffer.Length, _end - _next);
        _buffer.AsSpan(_next, count).CopyTo(buffer);
        _next += count;
        Count += count;
        return count;
    }

    private int Fill(Span<byte> free)
    {
        var count = stream.Read(free[..(int)Math.Min(free.Length, _left)]);
        _left -= count;
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
