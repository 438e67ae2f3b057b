using Demarche.Actors;
using NodaTime;

namespace Demarche.Tests.Actors;

/// <summary>Who is meant, in whole sentences, by the shipped model and tables.</summary>
public sealed class CoreferenceTests(ShippedActors shipped) : IClassFixture<ShippedActors>
{
    [Theory]
    [InlineData("The Security Council imposed sanctions on Iraq after its invasion of Kuwait.", "its", "Iraq")]
    [InlineData("France thanked Russia for its support.", "its", "Russia")]
    [InlineData("In his speech, President Emmanuel Macron accused Iran of lying.", "his", "Emmanuel Macron")]
    [InlineData("Foreign Minister Marcelo Ebrard left. Opposition senator Jeanine Anez declared herself president.", "herself", "Jeanine Áñez")]
    [InlineData("The prime minister denied the charge. Prime Minister Oto Belk said that he would stay.", "minister", "Oto Belk")]
    [InlineData("India and Pakistan fired across the line. Families fled. Both sides said they wanted peace.", "they", "India", "Pakistan")]
    [InlineData("Trump met Putin. The CIA kept silent. Both men praised the talks.", "men", "Donald Trump", "Vladimir Putin")]
    [InlineData("Hamas militants fired rockets at Israel.", "militants", "Hamas")]
    [InlineData("Turkey, which backs Azerbaijan, sent drones.", "which", "Turkey")]
    [InlineData("Nancy Pelosi landed in Taipei. Foreign Minister Wang Yi protested. The spokesman said that she had the right to go.", "she", "Nancy Pelosi")]
    public void Words_mean_whom_they_should(string text, string word, params string[] names)
    {
        var mention = At(text, word, new LocalDate(2018, 7, 16));
        Assert.Equal(names, mention.Others.Prepend(mention.Actor).Select(a => a.Name));
    }

    [Theory]
    [InlineData("Merkel criticised Macron.", "Merkel", "DEU", "GOV")]
    [InlineData("Chief Executive Ann Lowe of Brightwell Foods resigned.", "Ann", null, "BUS")]
    [InlineData("The chief executive of Hong Kong, Carrie Lam, condemned protesters.", "Lam", "HKG", "GOV")]
    [InlineData("Chad Smith sued the company.", "Smith", null, null)]
    [InlineData("Syria keeps 14,000 troops in Lebanon.", "troops", "SYR", "MIL")]
    [InlineData("The military council in Cairo dissolved parliament.", "council", "EGY", "MIL")]
    [InlineData("Protesters in Benghazi burned flags.", "Protesters", "LBY", "CVL")]
    [InlineData("Rebels loyal to Hezbollah fired rockets.", "Rebels", "LBN", "REB")]
    public void Codes_and_sectors_are_told_without_a_day(string text, string word, string? code, string? sector)
    {
        var actor = At(text, word, null).Actor;
        Assert.Equal((code, sector), (actor.Code, actor.Sectors.FirstOrDefault()));
    }

    [Theory]
    [InlineData("Egyptian officials left.", "officials", StateSource.Named)]
    [InlineData("Putin met his ministers.", "ministers", StateSource.Possessive)]
    [InlineData("Vladimir Putin left. He will return.", "He", StateSource.Coreference)]
    [InlineData("Egypt closed its border. Egypt is afraid. Police searched cars.", "Police", StateSource.Setting)]
    [InlineData("Egypt closed its border. Egypt is afraid. Police searched cars. The police left.", "police", StateSource.Setting)]
    [InlineData("Masked men left.", "men", StateSource.None)]
    public void How_the_state_was_found_is_told(string text, string word, StateSource state) => Assert.Equal(state, At(text, word, new LocalDate(2018, 7, 16)).State);

    [Fact]
    public void Two_neighbours_are_states()
    {
        var mention = At("India and Pakistan will meet. Prime Minister Narendra Modi said that the two neighbours should talk.", "neighbours", new LocalDate(2014, 8, 18));
        Assert.Equal(["IND", "PAK"], mention.Others.Prepend(mention.Actor).Select(a => a.Code));
    }

    private ActorMention At(string text, string word, LocalDate? published)
    {
        var report = shipped.Reader.FromText("text", text).Value! with { Published = published };
        var mentions = shipped.Finder.Find(shipped.Language.Parse(report));
        return mentions.All.LastOrDefault(m => Enumerable.Range(m.First, m.Last - m.First + 1).Any(i => m.Sentence[i].Form == word && (i == m.Head || m.Actor.IsPerson || m.Last == m.First)))
            ?? throw new InvalidOperationException($"no mention of {word}: {string.Join(", ", mentions.All)}");
    }
}
