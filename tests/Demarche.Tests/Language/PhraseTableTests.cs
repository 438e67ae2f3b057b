using Demarche.Language;
using Demarche.Tests.Actors;

namespace Demarche.Tests.Language;

/// <summary>How names are met in sentences.</summary>
public sealed class PhraseTableTests
{
    [Theory]
    [InlineData("Kim Jong-un", "Kim Jong - un spoke", 4)]
    [InlineData("Kim Jong-un", "Kim Jong Un spoke", 3)]
    [InlineData("U.S.", "US spoke", 1)]
    [InlineData("US", "U.S. spoke", 1)]
    [InlineData("Côte d'Ivoire", "Cote d'Ivoire spoke", 2)]
    [InlineData("the Hague", "Hague spoke", 1)]
    public void Spellings_of_one_name_meet(string phrase, string text, int length) => Assert.Equal(length, Longest(phrase, text));

    [Theory]
    [InlineData("US", "us spoke")]
    [InlineData("WHO", "Who spoke")]
    [InlineData("Turkey", "turkey spoke")]
    [InlineData("Kim Jong-un", "Kim spoke")]
    [InlineData("US", "- spoke")]
    public void Other_words_do_not(string phrase, string text) => Assert.Equal(0, Longest(phrase, text));

    [Fact]
    public void The_longest_phrase_wins_and_dictionary_forms_are_read_when_asked()
    {
        var builder = new PhraseTable<string>.Builder(4);
        builder.Add("minister", "short");
        builder.Add("minister of state", "long");
        builder.Add("rights group", "group");
        var table = builder.Build();
        var ministers = Sentence("ministers/minister of state");
        Assert.Null(table.Longest(ministers, 0));
        Assert.Equal("long", table.Longest(ministers, 0, PhraseLemmas.All)!.Values[0]);
        builder = new PhraseTable<string>.Builder(1);
        builder.Add("NGO", "acronym");
        Assert.NotNull(builder.Build().Longest(Sentence("NGOs/NGO spoke"), 0, PhraseLemmas.All));
        Assert.Equal("group", table.Longest(Sentence("rights/right groups/group"), 0, PhraseLemmas.Last)!.Values[0]);
    }

    [Fact]
    public void What_one_phrase_stands_for_comes_in_the_order_in_which_it_was_added_however_the_table_grew()
    {
        var builder = new PhraseTable<string>.Builder(1);
        foreach (var number in Enumerable.Range(0, 60))
        {
            builder.Add($"name{number % 20}", number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        var table = builder.Build();
        Assert.Equal(["7", "27", "47"], table.Find("name7"));
        Assert.Empty(table.Find("name20"));
    }

    private static int Longest(string phrase, string text)
    {
        var builder = new PhraseTable<string>.Builder(1);
        builder.Add(phrase, phrase);
        return builder.Build().Longest(Sentence(text), 0)?.Length ?? 0;
    }

    private static Sentence Sentence(string words) =>
        Trees.Report(string.Join('\n', words.Split(' ').Select((w, i) => $"{w.Split('/')[0]} {w.Split('/')[^1]} NOUN NN {(i == 0 ? 0 : 1)} {(i == 0 ? "root" : "dep")}"))).Sentences[0];
}
