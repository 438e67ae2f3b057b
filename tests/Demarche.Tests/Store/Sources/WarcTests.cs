using System.Text;
using Demarche.Store.Sources;

namespace Demarche.Tests.Store.Sources;

public class WarcTests
{
    private const string Info = "WARC/1.1\r\nWARC-Type: warcinfo\r\nContent-Length: 5\r\n\r\nhello\r\n\r\n";

    [Fact]
    public void Pages_are_reports_and_the_rest_is_left_out()
    {
        using var read = new Read();
        var bytes = Read.Bytes(Info + Response("1", Http(PageTests.Page)) + Response("2", Http("no", type: "image/png")) + Response("3", Http("gone", status: "404 Not Found"))
            + Response("4", Http("<p>Iran rejected talks.</p>")) + Response("5", Http("Plain words about Iran.", type: "text/plain")));
        var all = Read.All(read.Write("a.warc", bytes));
        Assert.Equal(["", "", ""], all.Select(r => r.Failure?.ToString() ?? ""));
        Assert.Equal(["https://lamp.example/2021/ministers", "https://lamp.example/4", "https://lamp.example/5"], all.Select(r => r.Value!.Link));
        Assert.EndsWith("a.warc#3", all[2].Value!.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_a_gzip_member_is_read_too()
    {
        using var read = new Read();
        byte[] bytes = [.. Read.Gzip(Read.Bytes(Info)), .. Read.Gzip(Read.Bytes(Response("1", Http("<p>Iran rejected talks.</p>")))), .. Read.Gzip(Read.Bytes(Response("2", Http("<p>Mali left.</p>"))))];
        Assert.Equal(["Iran rejected talks.", "Mali left."], Read.All(read.Write("a.warc.gz", bytes)).Select(r => r.Value!.Text));
    }

    [Fact]
    public void Chunked_and_packed_bodies_are_unpacked()
    {
        using var read = new Read();
        var packed = Read.Gzip(Read.Bytes("<p>Iran rejected talks.</p>"));
        var half = packed.Length / 2;
        byte[] body = [.. Read.Bytes($"{half:x}\r\n"), .. packed[..half], .. Read.Bytes($"\r\n{packed.Length - half:x};x=y\r\n"), .. packed[half..], .. Read.Bytes("\r\n0\r\n\r\n")];
        byte[] http = [.. Read.Bytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n"), .. body];
        byte[] record = [.. Read.Bytes($"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {http.Length}\r\n\r\n"), .. http, .. Read.Bytes("\r\n\r\n")];
        Assert.Equal("Iran rejected talks.", Read.One(read.Write("a.warc", record)).Text);
    }

    [Fact]
    public void A_broken_record_costs_itself_only()
    {
        using var read = new Read();
        var good = Response("1", Http("<p>Iran rejected talks.</p>"));
        var all = Read.All(read.Write("a.warc", good + "garbage\nmore garbage\n" + good + "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\n" + good + Response("9", "no http") + good));
        Assert.Equal(["", "DEM528", "", "DEM528", "", "DEM528", ""], all.Select(r => r.Failure?.Number ?? ""));
    }

    [Theory]
    [InlineData("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 2000000000\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>cut")]
    [InlineData("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9000000\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>cut")]
    public void An_archive_that_ends_inside_a_record_says_so(string text)
    {
        using var read = new Read();
        Assert.Contains("ends inside", Read.Fault(read.Write("a.warc", text)).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_is_too_long_is_named()
    {
        using var read = new Read();
        byte[] http = [.. Read.Bytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"), .. Read.Gzip(new byte[100_000])];
        byte[] record = [.. Read.Bytes($"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {http.Length}\r\n\r\n"), .. http];
        Assert.Contains("over", Read.Fault(read.Write("a.warc", record), TableTests.Limited(new ReadingLimits { PageBytes = 10_000 })).What, StringComparison.Ordinal);
    }

    internal static string Http(string page, string type = "text/html; charset=utf-8", string status = "200 OK") => $"HTTP/1.1 {status}\r\nContent-Type: {type}\r\n\r\n{page}";

    internal static string Response(string name, string http) =>
        $"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://lamp.example/{name}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {Encoding.UTF8.GetByteCount(http)}\r\n\r\n{http}\r\n\r\n";
}
