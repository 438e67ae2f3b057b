using System.Text;
using Demarche.Reports;
using Demarche.Reports.Decoding;

namespace Demarche.Tests.Reports;

public class DecodingTests
{
    private const string Sample = "The “talks” in Zürich – called off – will not resume, it’s said.";

    private static readonly ReportReader Reader = ReportReader.Load(CodebookFiles.Shipped()).Value!;

    [Fact]
    public void Utf8_is_read_with_and_without_a_mark()
    {
        Assert.Equal(Sample, Text(Encoding.UTF8.GetBytes(Sample)));
        Assert.Equal(Sample, Text([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Sample)]));
    }

    [Fact]
    public void Utf16_is_read_in_both_orders_with_and_without_a_mark()
    {
        Assert.Equal(Sample, Text([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Sample)]));
        Assert.Equal(Sample, Text([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Sample)]));
        Assert.Equal(Sample, Text(Encoding.Unicode.GetBytes(Sample)));
        Assert.Equal(Sample, Text(Encoding.BigEndianUnicode.GetBytes(Sample)));
    }

    [Fact]
    public void Anything_else_is_Windows_1252()
    {
        byte[] bytes = [.. "The "u8, 0x93, .. "talks"u8, 0x94, .. " in Z"u8, 0xFC, .. "rich "u8, 0x96, .. " called off "u8, 0x96, .. " will not resume, it"u8, 0x92, .. "s said."u8];
        Assert.Equal(Sample, Text(bytes));
    }

    [Fact]
    public void Every_byte_of_Windows_1252_goes_there_and_back()
    {
        for (var b = 0; b < 256; b++)
        {
            Assert.Equal(b, Windows1252.ByteOf(Windows1252.CharOf((byte)b)));
        }

        Assert.Equal('€', Windows1252.CharOf(0x80));
        Assert.Equal('Ÿ', Windows1252.CharOf(0x9F));
    }

    [Theory]
    [InlineData("", "DEM101")]
    [InlineData(" \r\n\t \n", "DEM102")]
    [InlineData("-- ***", "DEM102")]
    [InlineData("PK\u0003\u0004\0\0\0", "DEM103")]
    [InlineData("%PDF-1.7 text", "DEM103")]
    [InlineData("\u0001\u0002\u0003\u0004 talks", "DEM103")]
    public void What_is_no_report_gets_one_line(string content, string number)
    {
        var failure = Reader.Read("in.txt", Encoding.Latin1.GetBytes(content)).Failure;
        Assert.Equal(number, failure?.Number);
        Assert.StartsWith("in.txt: ", failure!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.ToString());
    }

    [Fact]
    public void A_file_over_fifty_megabytes_is_refused()
    {
        var failure = Reader.Read("large.txt", new byte[TextDecoder.MostBytes + 1]).Failure;
        Assert.Equal("DEM104", failure?.Number);
        Assert.Contains("50 MB", failure!.What, StringComparison.Ordinal);
    }

    private static string Text(byte[] bytes) => Reader.Read("in.txt", bytes).Value!.Text;
}
