using NodaTime;

namespace Demarche.Tests.Store.Sources;

public class FeedTests
{
    [Fact]
    public void An_item_of_rss_is_a_report()
    {
        using var read = new Read();
        var report = Read.One(read.Write("feed.xml", """
            <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>World Lamp</title><link>https://lamp.example</link>
            <item><title>Talks fail</title><link>https://lamp.example/1</link><pubDate>Mon, 06 Jul 2020 10:00:00 GMT</pubDate><description>Short.</description>
            <content:encoded><![CDATA[<p>Iran rejected talks &amp; left.</p><script>x()</script><p>France condemned Mali.</p>]]></content:encoded></item></channel></rss>
            """));
        Assert.Equal("Talks fail\n\nIran rejected talks & left.\n\nFrance condemned Mali.", report.Text);
        Assert.Equal((new LocalDate(2020, 7, 6), "World Lamp", "https://lamp.example/1"), (report.Published, report.Outlet, report.Link));
        Assert.EndsWith("feed.xml#1", report.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_of_atom_is_a_report()
    {
        using var read = new Read();
        var report = Read.One(read.Write("feed.atom", """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Lamp</title><entry><title>Talks fail</title><link rel="self" href="https://lamp.example/self"/><link href="https://lamp.example/2"/>
            <published>2020-07-06T10:00:00Z</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Iran rejected talks.</p></div></content></entry></feed>
            """));
        Assert.Equal("Talks fail\n\nIran rejected talks.", report.Text);
        Assert.Equal("https://lamp.example/2", report.Link);
    }

    [Fact]
    public void Items_before_a_break_are_kept()
    {
        using var read = new Read();
        var all = Read.All(read.Write("feed.rss", "<rss><channel><item><description>Iran rejected talks.</description></item><item><description>cut off"));
        Assert.Equal(["", "DEM526"], all.Select(r => r.Failure?.Number ?? ""));
    }

    [Fact]
    public void No_entity_is_expanded_and_no_file_is_read()
    {
        using var read = new Read();
        var secret = read.Write("secret.txt", "hunter2");
        var all = Read.All(read.Write("feed.rss", $"<!DOCTYPE rss [<!ENTITY x SYSTEM \"file://{secret}\">]><rss><channel><item><description>Iran &x; talks.</description></item></channel></rss>"));
        Assert.DoesNotContain(all, r => r.Value?.Text.Contains("hunter2", StringComparison.Ordinal) == true);
        Assert.Equal("DEM527", Read.Fault(read.Write("other.xml", "<?xml version=\"1.0\"?><books/>")).Number);
    }

    [Fact]
    public void TimeMl_gives_its_text_and_day()
    {
        using var read = new Read();
        var report = Read.One(read.Write("d.tml", """
            <?xml version="1.0"?><TimeML><DOCID>x</DOCID><DCT><TIMEX3 tid="t0" type="DATE" value="2013-02-01" functionInDocument="CREATION_TIME">February 1, 2013</TIMEX3></DCT><TEXT>
            Iran <EVENT eid="e1" class="OCCURRENCE">rejected</EVENT> talks on <TIMEX3 tid="t1" type="DATE" value="2013-01-31">Thursday</TIMEX3>.
            </TEXT></TimeML>
            """));
        Assert.Equal("Iran rejected talks on Thursday.", report.Text);
        Assert.Equal(new LocalDate(2013, 2, 1), report.Published);
        Assert.Equal("DEM526", Read.Fault(read.Write("cut.tml", "<TimeML><TEXT>Iran")).Number);
    }
}
