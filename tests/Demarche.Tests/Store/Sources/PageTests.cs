using System.Text;
using NodaTime;

namespace Demarche.Tests.Store.Sources;

public class PageTests
{
    public const string Page = """
        <!doctype html><html lang="en"><head><title>Ministers meet in Vienna | The Daily Lamp</title><meta property="og:site_name" content="The Daily Lamp">
        <meta property="article:published_time" content="2021-03-04T23:30:00-05:00"><link rel="canonical" href="https://lamp.example/2021/ministers">
        <script>document.write('NEVER'); for (i=0;i<n;i++) { a<b; }</script></head>
        <body><nav><ul><li><a href="/">Home</a><li><a href="/w">World</a></ul></nav><article><h1>Ministers meet in Vienna</h1>
        <p>The foreign ministers of France and Iran met in Vienna on Thursday, their offices said, and agreed to hold more talks in May.</p>
        <p>France&nbsp;condemned   Mali on Wednesday.<br>It asked Mali to withdraw its <b>troops</b>, a spokesman told reporters in Paris.</p>
        <p>Talks resume in May, according to the ministry, and both sides want the accord renewed before the summer is over.</p></article>
        <footer>&copy; 2021 The Daily Lamp. <a href="/x">Terms of use</a></footer></body></html>
        """;

    [Fact]
    public void A_page_gives_its_article_and_what_its_head_says()
    {
        using var read = new Read();
        var report = Read.One(read.Write("page.html", Page));
        Assert.Equal(new LocalDate(2021, 3, 4), report.Published);
        Assert.Equal("The Daily Lamp", report.Outlet);
        Assert.Equal("https://lamp.example/2021/ministers", report.Link);
        Assert.StartsWith("Ministers meet in Vienna\n\nThe foreign ministers", report.Text, StringComparison.Ordinal);
        Assert.Contains("France condemned Mali on Wednesday.\nIt asked Mali to withdraw its troops, a", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("NEVER", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Terms", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Home", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_by_the_name_of_a_page_is_named()
    {
        using var read = new Read();
        var bytes = new byte[3000];
        new Random(5).NextBytes(bytes);
        Assert.Equal("DEM534", Read.Fault(read.Write("page.html", bytes)).Number);
    }

    [Fact]
    public void Linked_data_stands_in_where_the_head_is_silent()
    {
        using var read = new Read();
        var report = Read.One(read.Write("page.html", """
            <html><head><script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Talks fail", "datePublished": "2019-05-06T01:00:00Z", "publisher": {"name": "Lamp"}}]}</script></head>
            <body><p>Iran rejected talks with the United States on Monday, officials said.</p></body></html>
            """));
        Assert.Equal(new LocalDate(2019, 5, 6), report.Published);
        Assert.Equal("Lamp", report.Outlet);
        Assert.StartsWith("Talks fail\n\n", report.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html><body><p>Iran rejected talks.<p>France <b><i>condemned</b> Mali.</i><div><table><td>Cuba</html></p></nonsense><<<")]
    [InlineData("<p>Iran rejected talks.")]
    [InlineData("<html><head><title>X</title><body>Iran rejected talks.<!-- never closed")]
    public void Broken_markup_is_read_as_far_as_it_goes(string html)
    {
        using var read = new Read();
        Assert.Contains("Iran rejected talks.", Read.One(read.Write("page.html", html)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("windows-1251", "Иран rejected talks.")]
    [InlineData("iso-8859-1", "São Tomé rejected talks.")]
    public void A_page_is_read_in_the_encoding_that_it_names(string charset, string text)
    {
        using var read = new Read();
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(charset == "iso-8859-1" ? "windows-1252" : charset)!;
        var bytes = encoding.GetBytes($"<html><head><meta charset=\"{charset}\"></head><body><p>{text}</p></body></html>");
        Assert.Equal(text, Read.One(read.Write("page.html", bytes)).Text);
    }

    [Fact]
    public void A_page_that_nests_without_end_is_refused_at_once()
    {
        using var read = new Read();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal("DEM525", Read.Fault(read.Write("deep.html", string.Concat(Enumerable.Repeat("<div>", 1_000_000)) + "Iran")).Number);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
    }

    [Fact]
    public void A_page_that_nests_deep_is_still_read()
    {
        using var read = new Read();
        var html = string.Concat(Enumerable.Repeat("<div>", 1500)) + "<p>Iran rejected talks.</p>" + string.Concat(Enumerable.Repeat("</div>", 1500));
        Assert.Equal("Iran rejected talks.", Read.One(read.Write("deep.html", html)).Text);
    }

    [Fact]
    public void A_page_without_words_says_so()
    {
        using var read = new Read();
        Assert.Equal("DEM524", Read.Fault(read.Write("empty.html", "<html><body><script>run()</script><div id=root></div></body></html>")).Number);
    }
}
