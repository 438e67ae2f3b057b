using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Actors.Tables;

/// <summary>The small word lists of <c>codebook/actors/roles.yaml</c>: what stands around names and nouns, and words that take others up. Immutable and thread-safe.</summary>
internal sealed class SmallWords
{
    /// <summary>Reads the lists; those that the file lacks are empty.</summary>
    public SmallWords(CodebookYaml? yaml)
    {
        Former = Set(yaml?["former"]);
        PlacePrepositions = Set(yaml?["place-prepositions"]);
        Mouthpieces = Set(yaml?["mouthpieces"]);
        BelongsPrepositions = Set(yaml?["belongs-prepositions"]);
        Motion = Set(yaml?["motion"]);
        PlaceNouns = Set(yaml?["place-nouns"]);
        LocalDeeds = Set(yaml?["local-deeds"]);
        GivenNames = KeysOfWords(yaml?["given-names"]);
        TakenUpBy = Lists(yaml?["taken-up-by"], StringComparer.OrdinalIgnoreCase);
        Definite = Set(yaml?["definite"]);
        Sides = Set(yaml?["sides"]);
        Disputants = Set(yaml?["disputants"]);
        Alliances = Lists(yaml?["alliances"], StringComparer.Ordinal);
        Bordering = Set(yaml?["bordering"]);
        Borders = Lists(yaml?["borders"], StringComparer.Ordinal);
        Companions = Set(yaml?["companions"]);
        Allies = Set(yaml?["allies"]);
        Leaving = Set(yaml?["leaving"]);
        Ousting = Set(yaml?["ousting"]);
        Fallen = Set(yaml?["fallen"]);
        National = Set(yaml?["national"]);
        Spoiling = Set(yaml?["spoiling"]);
        Telling = Set(yaml?["telling"]);
        Addressing = Set(yaml?["addressing"]);
        SpeaksFor = Set(yaml?["speaks-for"]);
        Judging = Set(yaml?["judging"]);
        Backed = Set(yaml?["backed"]);
        Having = Set(yaml?["having"]);
        Allegiance = Set(yaml?["allegiance"]);
        Foreign = Set(yaml?["foreign"]);
        Appointing = Set(yaml?["appointing"]);
        Describing = Set(yaml?["describing"]);
        Attitudes = Set(yaml?["attitudes"]);
        Means = Set(yaml?["means"]);
        Fields = Set(yaml?["fields"]);
        Kin = Set(yaml?["kin"]);
        Plotters = Set(yaml?["plotters"]);
        Replying = Set(yaml?["replying"]);
        Harming = Set(yaml?["harming"]);
        Moods = Set(yaml?["moods"]);
        ExamplePrepositions = Set(yaml?["example-prepositions"]);
        PartyTags = (yaml?["party-tags"]?.Entries ?? []).ToFrozenDictionary(e => e.Key, e => e.Value.Scalar ?? "", StringComparer.Ordinal);
        PartyWords = (yaml?["party-words"]?.Entries ?? []).ToFrozenDictionary(e => e.Key, e => e.Value.Scalar ?? "", StringComparer.Ordinal);
        AsTitle = (yaml?["as-title"]?.Entries ?? []).ToFrozenDictionary(e => e.Key, e => e.Value.Scalar ?? "", StringComparer.OrdinalIgnoreCase);
        Unreal = Set(yaml?["unreal"]);
        OfFirms = Set(yaml?["of-firms"]);
        OfBodies = KeysOfWords(yaml?["of-bodies"]);
        StateWords = (yaml?["state-words"]?.Entries ?? []).ToFrozenDictionary(e => e.Key, e => e.Value.Scalars.ToImmutableHashSet(StringComparer.Ordinal), StringComparer.OrdinalIgnoreCase);
        Reasons = Set(yaml?["reasons"]);
        Trades = Set(yaml?["trades"]);
        Times = Set(yaml?["times"]);
        Firms = Set(yaml?["firms"]);
        Pronouns = KeysOfWords(yaml?["pronouns"]);
        Numbers = (yaml?["numbers"]?.Entries ?? []).ToFrozenDictionary(e => e.Key, e => int.TryParse(e.Value.Scalar, out var n) ? n : 0, StringComparer.OrdinalIgnoreCase);
        Honorifics = KeysOfWords(yaml?["honorifics"]);
    }

    /// <summary>Words that say that an office is held no more.</summary>
    public FrozenSet<string> Former { get; }

    /// <summary>Prepositions behind which a state or capital is a place.</summary>
    public FrozenSet<string> PlacePrepositions { get; }

    /// <summary>Agencies and papers that write "we" of their state.</summary>
    public FrozenSet<string> Mouthpieces { get; }

    /// <summary>Prepositions that tie a role to its state or body.</summary>
    public FrozenSet<string> BelongsPrepositions { get; }

    /// <summary>Verbs and nouns of moving.</summary>
    public FrozenSet<string> Motion { get; }

    /// <summary>Nouns after a capital that make it the town itself.</summary>
    public FrozenSet<string> PlaceNouns { get; }

    /// <summary>Deeds that a town or region before them tells the place of: "the Paris attacks".</summary>
    public FrozenSet<string> LocalDeeds { get; }

    /// <summary>Given names that tell a gender, with m or f.</summary>
    public FrozenDictionary<string, string> GivenNames { get; }

    /// <summary>Nouns that can take up a name, by the kind of its table or its code: "the group" after Hamas.</summary>
    public FrozenDictionary<string, IReadOnlyList<string>> TakenUpBy { get; }

    /// <summary>Words before a noun that say that it was named before.</summary>
    public FrozenSet<string> Definite { get; }

    /// <summary>Nouns for people that, with a number, mean states: "the two neighbours".</summary>
    public FrozenSet<string> Sides { get; }

    /// <summary>Nouns that behind "the" mean the sides of talks or of a conflict: "the parties".</summary>
    public FrozenSet<string> Disputants { get; }

    /// <summary>The codes of each state's allies and close partners.</summary>
    public FrozenDictionary<string, IReadOnlyList<string>> Alliances { get; }

    /// <summary>Nouns for a state that borders on another: "its neighbour".</summary>
    public FrozenSet<string> Bordering { get; }

    /// <summary>The codes of each state's neighbours.</summary>
    public FrozenDictionary<string, IReadOnlyList<string>> Borders { get; }

    /// <summary>Nouns for the other one of two who meet: "his guest".</summary>
    public FrozenSet<string> Companions { get; }

    /// <summary>Nouns for a state's friend: "its ally".</summary>
    public FrozenSet<string> Allies { get; }

    /// <summary>Verbs by which somebody leaves or leads "the country", his own.</summary>
    public FrozenSet<string> Leaving { get; }

    /// <summary>Verbs by which people rise against their own leader: "topple".</summary>
    public FrozenSet<string> Ousting { get; }

    /// <summary>Words for a leader who was in office till the news of the report: "ousted".</summary>
    public FrozenSet<string> Fallen { get; }

    /// <summary>First words of the names of a state's bodies: "National".</summary>
    public FrozenSet<string> National { get; }

    /// <summary>Verbs of destroying and taking what is another's: "burn".</summary>
    public FrozenSet<string> Spoiling { get; }

    /// <summary>Verbs by which "it" says something, so that it is no dummy: "recall".</summary>
    public FrozenSet<string> Telling { get; }

    /// <summary>Verbs by which a leader speaks to "the nation", his own.</summary>
    public FrozenSet<string> Addressing { get; }

    /// <summary>Verbs by which somebody judges what another did: "call", "praise".</summary>
    public FrozenSet<string> Judging { get; }

    /// <summary>Nouns for whoever speaks for a body: "the spokesman".</summary>
    public FrozenSet<string> SpeaksFor { get; }

    /// <summary>Words that behind a hyphen make a state the friend of a group, not its owner: "Iran-backed".</summary>
    public FrozenSet<string> Backed { get; }

    /// <summary>Verbs whose object belongs to their subject: "keep troops", "send an envoy".</summary>
    public FrozenSet<string> Having { get; }

    /// <summary>Verbs and adjectives that tie a force to whom it follows: "loyal to", "led by".</summary>
    public FrozenSet<string> Allegiance { get; }

    /// <summary>Words before a noun that say that it is not of the state that the report is about: "foreign companies".</summary>
    public FrozenSet<string> Foreign { get; }

    /// <summary>Verbs that give their object an office: "appoint".</summary>
    public FrozenSet<string> Appointing { get; }

    /// <summary>Verbs behind which "as" tells what their object is said to be: "describe".</summary>
    public FrozenSet<string> Describing { get; }

    /// <summary>Groups that are an attitude where "to" follows: "opposition to the war".</summary>
    public FrozenSet<string> Attitudes { get; }

    /// <summary>Groups that are a means where they stand alone: "the use of force".</summary>
    public FrozenSet<string> Means { get; }

    /// <summary>Words of sectors that tell what a thing or a deed is about, and not whose it is: "border" of villages.</summary>
    public FrozenSet<string> Fields { get; }

    /// <summary>Nouns for the nearest family of somebody.</summary>
    public FrozenSet<string> Kin { get; }

    /// <summary>Nouns for those who rise against their own state, soldiers where the report names some that did.</summary>
    public FrozenSet<string> Plotters { get; }

    /// <summary>Verbs of deeds that an army does to another's: "kill", "capture".</summary>
    public FrozenSet<string> Harming { get; }

    /// <summary>Adjectives that are said of people and bodies only: "ready", "willing".</summary>
    public FrozenSet<string> Moods { get; }

    /// <summary>Verbs by which one who was asked answers: "refuse".</summary>
    public FrozenSet<string> Replying { get; }

    /// <summary>Prepositions behind which some of those named by a plural stand: "firms like Huawei".</summary>
    public FrozenSet<string> ExamplePrepositions { get; }

    /// <summary>Letters of parties that stand with a constituency behind a lawmaker's name, with the state.</summary>
    public FrozenDictionary<string, string> PartyTags { get; }

    /// <summary>Adjectives of parties before a lawmaker or candidate, with the state: "Republican".</summary>
    public FrozenDictionary<string, string> PartyWords { get; }

    /// <summary>The sectors of nouns that before a name tell another one than alone: "Representative".</summary>
    public FrozenDictionary<string, string> AsTitle { get; }

    /// <summary>Auxiliaries and adverbs that say that something is not so, or only might be.</summary>
    public FrozenSet<string> Unreal { get; }

    /// <summary>Titles and bodies that firms have as well as states.</summary>
    public FrozenSet<string> OfFirms { get; }

    /// <summary>Nouns for those of an international body, with its code, where the report names it.</summary>
    public FrozenDictionary<string, string> OfBodies { get; }

    /// <summary>Words before "state" or "nation", and nouns for states, with the codes of those that they can mean: "Gulf", "kingdom".</summary>
    public FrozenDictionary<string, ImmutableHashSet<string>> StateWords { get; }

    /// <summary>Prepositions before a reason: "punished Iraq for its invasion".</summary>
    public FrozenSet<string> Reasons { get; }

    /// <summary>Sectors of which any plural noun can take up another: "the workers" after "miners".</summary>
    public FrozenSet<string> Trades { get; }

    /// <summary>Names of months and days, which name nobody.</summary>
    public FrozenSet<string> Times { get; }

    /// <summary>Words in the names of firms.</summary>
    public FrozenSet<string> Firms { get; }

    /// <summary>Pronouns with what they can stand for: m, f, it, they, we, i.</summary>
    public FrozenDictionary<string, string> Pronouns { get; }

    /// <summary>How many "two" and "the pair" mean.</summary>
    public FrozenDictionary<string, int> Numbers { get; }

    /// <summary>"Mr" and the like, with m, f or n.</summary>
    public FrozenDictionary<string, string> Honorifics { get; }

    /// <summary>How many tokens an honorific takes that starts at a token; 0 for none.</summary>
    public int HonorificLength(Sentence sentence, int at) => Honorifics.ContainsKey(sentence[at].Form) ? 1
        : at + 1 < sentence.Count && sentence[at].Form.Length == 1 && sentence[at + 1].Form.Length == 1 && Honorifics.ContainsKey($"{sentence[at].Form} {sentence[at + 1].Form}") ? 2 : 0;   // "H E"

    private static FrozenSet<string> Set(CodebookYaml? node) => (node?.Scalars ?? []).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static FrozenDictionary<string, IReadOnlyList<string>> Lists(CodebookYaml? node, StringComparer comparer) =>
        (node?.Entries ?? []).ToFrozenDictionary(e => e.Key, e => (IReadOnlyList<string>)e.Value.Scalars, comparer);

    // A list under each key, turned round: the key of each word.
    private static FrozenDictionary<string, string> KeysOfWords(CodebookYaml? node)
    {
        var keys = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, words) in node?.Entries ?? [])
        {
            foreach (var word in words.Scalars)
            {
                keys[word] = key;
            }
        }

        return keys.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
