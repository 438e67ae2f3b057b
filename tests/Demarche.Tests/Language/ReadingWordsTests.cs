using Demarche.Language;

namespace Demarche.Tests.Language;

public class ReadingWordsTests
{
    private const string Whole = "# a comment\noffice\tchief envoy\nsaying\tsaid\nsaying\ttold\nresolving\tvote\naccusing\taccused\nnaming\tcall\ndescribing\tsees\nday\tMonday\nplacing\tput\ngiving\tlent\ncurrency\tUS\ncontent\tnews\ndeed\traid\n";

    [Fact]
    public void The_shipped_lists_hold_words()
    {
        var words = ReadingWords.Load().Value!;
        Assert.Contains("envoy", words.Offices);
        Assert.Contains("told", words.Saying);
        Assert.Contains("called", words.Naming);
        Assert.Contains("stationed", words.Placing);
        Assert.Contains("lent", words.Giving);
        Assert.Contains("US", words.Currencies);
        Assert.Contains("fears", words.Contents);
        Assert.Contains("buildup", words.Deeds);
    }

    [Fact]
    public void A_list_may_take_several_lines()
    {
        var words = ReadingWords.Read(Whole).Value!;
        Assert.Equal(["chief", "envoy"], words.Offices.Order());
        Assert.Equal(["said", "told"], words.Saying.Order());
    }

    [Theory]
    [InlineData("placing\tput\n", "")]           // a list without words
    [InlineData("naming\t", "nameing\t")]        // no list of that name
    [InlineData("office\tchief", "office chief")]
    public void Bad_lists_are_a_failure(string good, string bad) =>
        Assert.Equal("DEM201", ReadingWords.Read(Whole.Replace(good, bad, StringComparison.Ordinal)).Failure?.Number);
}
