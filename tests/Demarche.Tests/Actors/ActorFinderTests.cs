using Demarche.Actors;
using NodaTime;

namespace Demarche.Tests.Actors;

/// <summary>What the finder reads off hand-written trees.</summary>
public sealed class ActorFinderTests(ShippedActors shipped) : IClassFixture<ShippedActors>
{
    [Fact]
    public void A_title_before_a_name_gives_state_sector_and_office()
    {
        var mention = At("Stephen", """
            US US PROPN NNP 3 compound
            Deputy Deputy PROPN NNP 3 compound
            Secretary Secretary PROPN NNP 6 nmod:desc
            of of ADP IN 5 case
            State State PROPN NNP 3 nmod
            Stephen Stephen PROPN NNP 8 nsubj Person
            Biegun Biegun PROPN NNP 6 flat Person
            left leave VERB VBD 0 root
            """);
        Assert.Equal(("USA", "GOV", "Stephen Biegun"), (mention.Actor.Code, mention.Actor.Sectors[0], mention.Actor.Name));
        Assert.Equal("Deputy Secretary of State", mention.Actor.Office);
        Assert.True(mention.Actor.IsPerson);
        Assert.Equal(0, mention.First);
    }

    [Fact]
    public void A_person_named_before_is_no_town() => Assert.Equal([MentionUse.Actor, MentionUse.Actor], shipped.Finder.Find(Trees.Report("""
        Tarek Tarek PROPN NNP 3 nsubj Person
        Naguib Naguib PROPN NNP 1 flat Person
        spoke speak VERB VBD 0 root

        Naguib Naguib PROPN NNP 2 nsubj Place
        left leave VERB VBD 0 root
        """)).All.Select(m => m.Use));

    [Fact]
    public void Signs_that_the_parser_takes_for_a_person_name_nobody() => Assert.Equal(["Kenya"], shipped.Finder.Find(Trees.Report("""
        Kenya Kenya PROPN NNP 4 nsubj Place
        , , PUNCT , 3 punct
        * * PROPN NNP 1 appos Person
        protested protest VERB VBD 0 root
        """)).All.Select(m => m.Actor.Name));

    [Theory]
    [InlineData("student", true)]
    [InlineData("rebel", true)]
    [InlineData("ship", false)]
    [InlineData("government", false)]
    public void A_name_of_which_it_is_told_who_it_is_is_a_person(string told, bool isPerson) => Assert.Equal(isPerson, At("Pasha", $"""
        Tahor Tahor PROPN NNP 2 compound
        Pasha Pasha PROPN NNP 6 nsubj
        , , PUNCT , 5 punct
        a a DET DT 5 det
        {told} {told} NOUN NN 2 appos
        left leave VERB VBD 0 root
        """).Actor.IsPerson);

    [Theory]
    [InlineData("chancellor", "Exchequer", "Exchequer NNP Organisation", "")]
    [InlineData("chancellor", "Exchequer", "Exchequer NNP Place", "")]
    [InlineData("minister", "Exchequer", "Exchequer NNP Organisation", "Exchequer")]   // no title that ends so
    [InlineData("chancellor", "Exchequer", "Exchequer NNP Organisation Bank NNP Organisation", "Exchequer Bank")]   // the name goes on behind the title
    [InlineData("chancellor", "Treasury", "Treasury NNP Organisation", "Treasury")]
    public void A_name_that_ends_a_title_is_no_body(string office, string head, string name, string body)
    {
        var words = name.Split(' ').Chunk(3).Select((w, i) => $"{w[0]} {w[0]} PROPN {w[1]} {(i == 0 ? 3 : 6)} {(i == 0 ? "nmod" : "flat")} {w[2]}").ToList();
        var found = shipped.Finder.Find(Trees.Report($"""
            Britain Britain PROPN NNP 3 nmod:poss Place
            's 's PART POS 1 case
            {office} {office} NOUN NN {6 + words.Count} nsubj
            of of ADP IN 6 case
            the the DET DT 6 det
            {string.Join('\n', words)}
            resigned resign VERB VBD 0 root
            """)).All.Where(m => m.Actor.Name.StartsWith(head, StringComparison.Ordinal));
        Assert.Equal(body, string.Join(' ', found.Select(m => m.Actor.Name)));
    }

    [Fact]
    public void A_former_office_in_apposition_makes_a_former_official()
    {
        var mention = At("Jane", """
            Jane Jane PROPN NNP 10 nsubj Person
            Okonjo Okonjo PROPN NNP 1 flat Person
            , , PUNCT , 7 punct
            a a DET DT 7 det
            former former ADJ JJ 7 amod
            Kenyan kenyan ADJ JJ 7 amod Nationality
            minister minister NOUN NN 1 appos
            , , PUNCT , 1 punct
            has have AUX VBZ 10 aux
            resigned resign VERB VBN 0 root
            """);
        Assert.Equal(("KEN", "ELI"), (mention.Actor.Code, mention.Actor.Sectors[0]));
    }

    [Fact]
    public void The_table_fills_an_office_by_the_day_of_the_report()
    {
        const string tree = """
            Angela Angela PROPN NNP 3 nsubj Person
            Merkel Merkel PROPN NNP 1 flat Person
            spoke speak VERB VBD 0 root
            """;
        Assert.Equal("GOV", At("Angela", tree, new LocalDate(2015, 3, 1)).Actor.Sectors[0]);
        Assert.Equal("ELI", At("Angela", tree, new LocalDate(2023, 3, 1)).Actor.Sectors[0]);
        Assert.Equal("DEU", At("Angela", tree).Actor.Code);
    }

    [Fact]
    public void A_role_in_the_text_wins_over_the_table()
    {
        var mention = At("Angela", """
            former former ADJ JJ 2 amod
            chancellor chancellor NOUN NN 3 nmod:desc
            Angela Angela PROPN NNP 5 nsubj Person
            Merkel Merkel PROPN NNP 3 flat Person
            spoke speak VERB VBD 0 root
            """, new LocalDate(2015, 3, 1));
        Assert.Equal("ELI", mention.Actor.Sectors[0]);
    }

    [Theory]
    [InlineData("Seoul Seoul PROPN NNP 2 nsubj Place\nsaid say VERB VBD 0 root", "Seoul", MentionUse.Actor)]
    [InlineData("met meet VERB VBD 0 root\nin in ADP IN 3 case\nSeoul Seoul PROPN NNP 1 obl Place", "Seoul", MentionUse.Place)]
    [InlineData("US US PROPN NNP 2 compound Place\nsanctions sanction NOUN NNS 3 nsubj\nended end VERB VBD 0 root", "US", MentionUse.Modifier)]
    [InlineData("flew fly VERB VBD 0 root\nto to ADP IN 3 case\nSeoul Seoul PROPN NNP 1 obl Place", "Seoul", MentionUse.Place)]
    [InlineData("fell fall VERB VBD 0 root\nin in ADP IN 4 case\nMoscow Moscow PROPN NNP 4 compound Place\nregion region NOUN NN 1 obl", "Moscow", MentionUse.Place)]
    public void Use_tells_a_government_from_a_place(string tree, string word, MentionUse use) => Assert.Equal(use, At(word, tree).Use);

    [Fact]
    public void An_entity_decides_between_a_state_and_a_given_name()
    {
        const string tree = """
            Jordan Jordan PROPN NNP 3 nsubj Person
            Pickett Pickett PROPN NNP 1 flat Person
            spoke speak VERB VBD 0 root
            """;
        Assert.Null(At("Jordan", tree).Actor.Code);
        Assert.Equal("JOR", At("Jordan", "Jordan Jordan PROPN NNP 2 nsubj Place\nspoke speak VERB VBD 0 root").Actor.Code);
        Assert.Empty(Find("Turkey turkey NOUN NN 2 nsubj\ntastes taste VERB VBZ 0 root\ngood good ADJ JJ 2 xcomp").All);
    }

    [Fact]
    public void Leaders_of_two_states_are_two_actors()
    {
        var mention = At("Leaders", """
            Leaders leader NOUN NNS 6 nsubj
            of of ADP IN 3 case
            Chad Chad PROPN NNP 1 nmod Place
            and and CCONJ CC 5 cc
            Niger Niger PROPN NNP 3 conj Place
            met meet VERB VBD 0 root
            """);
        Assert.Equal(["TCD", "NER"], mention.Others.Prepend(mention.Actor).Select(a => a.Code));
    }

    [Fact]
    public void The_two_leaders_are_those_named_before()
    {
        var mention = At("leaders", """
            President president NOUN NN 2 nmod:desc
            Macron Macron PROPN NNP 3 nsubj Person
            met meet VERB VBD 0 root
            Chancellor chancellor NOUN NN 5 nmod:desc
            Scholz Scholz PROPN NNP 3 obj Person

            The the DET DT 3 det
            two two NUM CD 3 nummod
            leaders leader NOUN NNS 4 nsubj
            agreed agree VERB VBD 0 root
            """, new LocalDate(2022, 6, 1));
        Assert.Equal(["FRA", "DEU"], mention.Others.Prepend(mention.Actor).Select(a => a.Code));
    }

    [Fact]
    public void A_pronoun_means_the_subject_and_we_the_speakers_state()
    {
        var mentions = Find("""
            Norwegian norwegian ADJ JJ 2 amod
            Minister minister NOUN NN 3 nmod:desc
            Anna Anna PROPN NNP 5 nsubj Person
            Berg Berg PROPN NNP 3 flat Person
            spoke speak VERB VBD 0 root

            " " PUNCT `` 4 punct
            We we PRON PRP 4 nsubj
            will will AUX MD 4 aux
            answer answer VERB VB 7 ccomp
            " " PUNCT '' 4 punct
            she she PRON PRP 7 nsubj
            said say VERB VBD 0 root
            """);
        var she = mentions.All.First(m => m.Sentence[m.Head].Form == "she");
        var we = mentions.All.First(m => m.Sentence[m.Head].Form == "We");
        Assert.Equal("Anna Berg", she.Actor.Name);
        Assert.Equal(("NOR", "Norway"), (we.Actor.Code, we.Actor.Name));
        Assert.Same(she.Actor, mentions.All.First(m => m.Sentence[m.Head].Form == "Anna").Actor);
    }

    [Fact]
    public void Officials_without_a_state_are_a_mention_without_a_code()
    {
        var mention = At("officials", "officials official NOUN NNS 2 nsubj\nsaid say VERB VBD 0 root");
        Assert.Null(mention.Actor.Code);
        Assert.Equal("GOV", mention.Actor.Sectors[0]);
    }

    [Fact]
    public void An_acronym_in_brackets_is_another_name_of_the_body()
    {
        var mentions = Find("""
            the the DET DT 4 det
            Farmers Farmers PROPN NNPS 4 compound Organisation
            Relief Relief PROPN NNP 4 compound Organisation
            Board Board PROPN NNP 8 nsubj Organisation
            ( ( PUNCT -LRB- 6 punct
            FRB FRB PROPN NNP 4 appos Organisation
            ) ) PUNCT -RRB- 6 punct
            spoke speak VERB VBD 0 root

            FRB FRB PROPN NNP 2 nsubj Organisation
            left leave VERB VBD 0 root
            """);
        Assert.Single(mentions.All.Where(m => m.Sentence[m.Head].Form is "FRB" or "Board").Select(m => m.Actor).Distinct());
    }

    [Fact]
    public void What_is_held_stands_for_its_holder()
    {
        var mention = At("positions", """
            struck strike VERB VBD 0 root
            Iranian iranian ADJ JJ 3 amod Nationality
            positions position NOUN NNS 1 obj
            """);
        Assert.Equal("IRN", mention.Actor.Code);
        var unowned = Find("struck strike VERB VBD 0 root\nold old ADJ JJ 3 amod\npositions position NOUN NNS 1 obj");
        var thing = Assert.Single(unowned.All);
        Assert.Equal((MentionUse.Thing, null), (thing.Use, thing.Actor.Code));
        Assert.Null(unowned.At(thing.Sentence[thing.Head]));   // no event has it for an actor
    }

    private ActorMentions Find(string tree, LocalDate? published = null) => shipped.Finder.Find(Trees.Report(tree, published));

    private ActorMention At(string word, string tree, LocalDate? published = null)
    {
        var report = Trees.Report(tree, published);
        var mentions = shipped.Finder.Find(report);
        var token = report.Sentences.SelectMany(s => Enumerable.Range(0, s.Count).Select(i => s[i])).First(t => t.Form == word);
        return mentions.At(token) ?? throw new InvalidOperationException($"no mention at {word}: {string.Join(", ", mentions.All)}");
    }
}
