using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Actors.Tables;

/// <summary>What a common noun names.</summary>
internal enum RoleKind
{
    /// <summary>One or more persons.</summary>
    Person,

    /// <summary>Several people as one: troops, police.</summary>
    Group,

    /// <summary>A body: a ministry, a court.</summary>
    Institution,

    /// <summary>A state: "the country".</summary>
    State,

    /// <summary>A thing or place that stands for who holds it: "militant targets", "the army's positions".</summary>
    Holding,

    /// <summary>An act that stands for who did it: "Israeli air strikes".</summary>
    Deed,

    /// <summary>A number that stands for those counted: "dozens of soldiers".</summary>
    Quantity,

    /// <summary>An event or matter that several may have a part in, so that whose it is does not tell who is meant: "the referendum".</summary>
    Thing,
}

/// <summary>A title or common noun that names an actor. Immutable.</summary>
/// <param name="Words">The phrase, in dictionary form.</param>
/// <param name="Group">Number of the group of words of like meaning that it stands in.</param>
/// <param name="Kind">What it names.</param>
/// <param name="Sector">PLOVER sector, or null where the word alone does not tell.</param>
internal sealed record Role(string Words, int Group, RoleKind Kind, string? Sector)
{
    /// <summary>International code that the word itself tells, or null.</summary>
    public string? Code { get; init; }

    /// <summary>Whether the sector gives way to that of a modifier.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether it counts for "the two leaders".</summary>
    public bool IsLeader { get; init; }

    /// <summary>m, f, or null.</summary>
    public char? Gender { get; init; }

    /// <summary>Whether it names another than the one whose it is: "its ally".</summary>
    public bool IsOther { get; init; }

    /// <summary>The sector where no state owns it: a chief executive is in business but for a territory's; null where it stays.</summary>
    public string? PrivateSector { get; init; }

    /// <summary>Whether those named are often of another state than the one that a report is about: diplomats, peacekeepers.</summary>
    public bool IsAbroad { get; init; }

    /// <summary>Whether "the tycoon" alone takes up a person whom the report named.</summary>
    public bool IsDescription { get; init; }

    /// <summary>Whether it names machines, which are no people: "the soldiers" do not take up "aircraft".</summary>
    public bool IsMachine { get; init; }

    /// <summary>Whether any word of its group can take another one up: "the demonstrators" after "protesters".</summary>
    public bool IsSame { get; init; }
}

/// <summary>The titles, common nouns and small words of <c>codebook/actors/roles.yaml</c>. Immutable and thread-safe.</summary>
internal sealed class Roles
{
    private const string Path = "actors/roles.yaml";
    private const int ExpectedPhrases = 2_000;
    private static readonly ImmutableArray<PhraseLemmas> Lemmas = [PhraseLemmas.Last, PhraseLemmas.All];

    private const int LeastStem = 3;         // "cheesemaker" is a maker, "remaker" none
    private readonly FrozenDictionary<string, Role> _endings;

    private Roles(PhraseTable<Role> phrases, CodebookYaml? yaml, FrozenDictionary<string, string> sectorWords)
    {
        Phrases = phrases;
        _endings = (yaml?["endings"]?.Entries ?? []).SelectMany((e, i) => e.Value.Scalars.Select(w => new Role(w, -1 - i, RoleKind.Person, e.Key))).ToFrozenDictionary(r => r.Words, StringComparer.OrdinalIgnoreCase);
        SectorWords = sectorWords;
        Former = Set(yaml?["former"]);
        PlacePrepositions = Set(yaml?["place-prepositions"]);
        BelongsPrepositions = Set(yaml?["belongs-prepositions"]);
        Motion = Set(yaml?["motion"]);
        PlaceNouns = Set(yaml?["place-nouns"]);
        GivenNames = (yaml?["given-names"]?.Entries ?? []).SelectMany(e => e.Value.Scalars.Select(w => (w, e.Key[0]))).ToFrozenDictionary(p => p.w, p => p.Item2, StringComparer.OrdinalIgnoreCase);
        TakenUpBy = (yaml?["taken-up-by"]?.Entries ?? []).ToFrozenDictionary(e => e.Key, e => e.Value.Scalars, StringComparer.OrdinalIgnoreCase);
        Definite = Set(yaml?["definite"]);
        Sides = Set(yaml?["sides"]);
        Companions = Set(yaml?["companions"]);
        Addressing = Set(yaml?["addressing"]);
        Judging = Set(yaml?["judging"]);
        Backed = Set(yaml?["backed"]);
        Having = Set(yaml?["having"]);
        Allegiance = Set(yaml?["allegiance"]);
        Foreign = Set(yaml?["foreign"]);
        Appointing = Set(yaml?["appointing"]);
        Describing = Set(yaml?["describing"]);
        Attitudes = Set(yaml?["attitudes"]);
        ExamplePrepositions = Set(yaml?["example-prepositions"]);
        PartyTags = (yaml?["party-tags"]?.Entries ?? []).ToFrozenDictionary(e => e.Key, e => e.Value.Scalar ?? "", StringComparer.Ordinal);
        AsTitle = (yaml?["as-title"]?.Entries ?? []).ToFrozenDictionary(e => e.Key, e => e.Value.Scalar ?? "", StringComparer.OrdinalIgnoreCase);
        Unreal = Set(yaml?["unreal"]);
        OfFirms = Set(yaml?["of-firms"]);
        OfBodies = (yaml?["of-bodies"]?.Entries ?? []).SelectMany(e => e.Value.Scalars.Select(w => (w, e.Key))).ToFrozenDictionary(p => p.w, p => p.Key, StringComparer.OrdinalIgnoreCase);
        StateWords = (yaml?["state-words"]?.Entries ?? []).ToFrozenDictionary(e => e.Key, e => e.Value.Scalars.ToImmutableHashSet(StringComparer.Ordinal), StringComparer.OrdinalIgnoreCase);
        Reasons = Set(yaml?["reasons"]);
        Trades = Set(yaml?["trades"]);
        Times = Set(yaml?["times"]);
        Firms = Set(yaml?["firms"]);
        Pronouns = (yaml?["pronouns"]?.Entries ?? []).SelectMany(e => e.Value.Scalars.Select(w => (w, e.Key))).ToFrozenDictionary(p => p.w, p => p.Key, StringComparer.OrdinalIgnoreCase);
        Numbers = (yaml?["numbers"]?.Entries ?? []).ToFrozenDictionary(e => e.Key, e => int.TryParse(e.Value.Scalar, out var n) ? n : 0, StringComparer.OrdinalIgnoreCase);
        Honorifics = (yaml?["honorifics"]?.Entries ?? []).SelectMany(e => e.Value.Scalars.Select(w => (w, e.Key[0]))).ToFrozenDictionary(p => p.w, p => p.Item2, StringComparer.OrdinalIgnoreCase);
        Examples = [.. (yaml?["examples"]?.Items ?? []).Select(e => new RoleExample(e.Where, e["text"]?.Scalar ?? "", e["code"]?.Scalar, e["sector"]?.Scalar))];
    }

    /// <summary>Titles and common nouns.</summary>
    public PhraseTable<Role> Phrases { get; }

    /// <summary>Words before a role with the sector that they give it.</summary>
    public FrozenDictionary<string, string> SectorWords { get; }

    /// <summary>Words that say that an office is held no more.</summary>
    public FrozenSet<string> Former { get; }

    /// <summary>"Mr" and the like, with m, f or n.</summary>
    public FrozenDictionary<string, char> Honorifics { get; }

    /// <summary>Prepositions behind which a state or capital is a place.</summary>
    public FrozenSet<string> PlacePrepositions { get; }

    /// <summary>Prepositions that tie a role to its state or body.</summary>
    public FrozenSet<string> BelongsPrepositions { get; }

    /// <summary>Verbs and nouns of moving.</summary>
    public FrozenSet<string> Motion { get; }

    /// <summary>Nouns after a capital that make it the town itself.</summary>
    public FrozenSet<string> PlaceNouns { get; }

    /// <summary>Given names that tell a gender, with m or f.</summary>
    public FrozenDictionary<string, char> GivenNames { get; }

    /// <summary>Nouns that can take up a name, by the kind of its table or its code: "the group" after Hamas.</summary>
    public FrozenDictionary<string, ImmutableArray<string>> TakenUpBy { get; }

    /// <summary>Words before a noun that say that it was named before.</summary>
    public FrozenSet<string> Definite { get; }

    /// <summary>Nouns for people that, with a number, mean states: "the two neighbours".</summary>
    public FrozenSet<string> Sides { get; }

    /// <summary>Nouns for the other one of two who meet: "his guest".</summary>
    public FrozenSet<string> Companions { get; }

    /// <summary>Verbs by which a leader speaks to "the nation", his own.</summary>
    public FrozenSet<string> Addressing { get; }

    /// <summary>Verbs by which somebody judges what another did: "call", "praise".</summary>
    public FrozenSet<string> Judging { get; }

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

    /// <summary>Prepositions behind which some of those named by a plural stand: "firms like Huawei".</summary>
    public FrozenSet<string> ExamplePrepositions { get; }

    /// <summary>Letters of parties that stand with a constituency behind a lawmaker's name, with the state.</summary>
    public FrozenDictionary<string, string> PartyTags { get; }

    /// <summary>The sectors of nouns that before a name tell another one than alone: "Representative".</summary>
    public FrozenDictionary<string, string> AsTitle { get; }

    /// <summary>Titles and bodies that firms have as well as states.</summary>
    public FrozenSet<string> OfFirms { get; }

    /// <summary>Nouns for those of an international body, with its code, where the report names it.</summary>
    public FrozenDictionary<string, string> OfBodies { get; }

    /// <summary>Words before "state" or "nation", and nouns for states, with the codes of those that they can mean: "Gulf", "kingdom".</summary>
    public FrozenDictionary<string, ImmutableHashSet<string>> StateWords { get; }

    /// <summary>Auxiliaries and adverbs that say that something is not so, or only might be.</summary>
    public FrozenSet<string> Unreal { get; }

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

    /// <summary>How many tokens an honorific takes that starts at a token; 0 for none.</summary>
    public int HonorificLength(Sentence sentence, int at) => Honorifics.ContainsKey(sentence[at].Form) ? 1
        : at + 1 < sentence.Count && sentence[at].Form.Length == 1 && sentence[at + 1].Form.Length == 1 && Honorifics.ContainsKey($"{sentence[at].Form} {sentence[at + 1].Form}") ? 2 : 0;   // "H E"

    /// <summary>The longest title or common noun that starts at a token, in whatever form it stands.</summary>
    public PhraseMatch<Role>? LongestAt(Sentence sentence, int at)
    {
        var best = Phrases.Longest(sentence, at);
        foreach (var lemmas in Lemmas)
        {
            if (Phrases.Longest(sentence, at, lemmas) is { } other && other.Length > (best?.Length ?? 0))
            {
                best = other;
            }
        }

        return best ?? ByEnding(sentence[at]);
    }

    // "beekeepers", "cheesemakers": the end of a noun that no list knows.
    private PhraseMatch<Role>? ByEnding(Token token)
    {
        var word = token.Lemma.AsSpan();
        if (token.Tag != Upos.NOUN || token.Form.Contains('-', StringComparison.Ordinal))
        {
            return null;
        }

        var endings = _endings.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var start = LeastStem; start <= word.Length - LeastStem; start++)
        {
            if (endings.TryGetValue(word[start..], out var role))
            {
                return new PhraseMatch<Role>(1, [role]);
            }
        }

        return null;
    }

    /// <summary>Phrases with the code and sector that they must be given.</summary>
    public ImmutableArray<RoleExample> Examples { get; }

    /// <summary>Reads the file; what is wrong goes to <paramref name="complaints"/>.</summary>
    public static Roles Read(CodebookFiles files, ActorCodes codes, ICollection<Diagnostic> complaints)
    {
        var yaml = files.At(Path) is { } file ? CodebookYaml.Parse(file, complaints) : null;
        if (yaml is null)
        {
            complaints.Add(Diagnostics.BadCodebook("codebook/" + Path, "is missing or no YAML", "Add it, or leave it to the shipped codebook."));
        }

        var phrases = new PhraseTable<Role>.Builder(ExpectedPhrases);
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var number = 0;
        var (abroad, descriptions) = (Set(yaml?["abroad"]), Set(yaml?["descriptions"]));
        foreach (var group in yaml?["roles"]?.Items ?? [])
        {
            number++;
            AddGroup(group, number, codes, phrases, seen, abroad, descriptions, complaints);
        }

        foreach (var (sector, words) in yaml?["endings"]?.Entries ?? [])
        {
            codes.Check(words.Where, [], [sector], complaints);
        }

        var sectorWords = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (sector, words) in yaml?["sectors"]?.Entries ?? [])
        {
            codes.Check(words.Where, [], [sector], complaints);
            foreach (var word in words.Scalars)
            {
                sectorWords.TryAdd(word, sector);
            }
        }

        return new Roles(phrases.Build(), yaml, sectorWords.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase));
    }

    private static void AddGroup(CodebookYaml group, int number, ActorCodes codes, PhraseTable<Role>.Builder phrases, Dictionary<string, string> seen, FrozenSet<string> abroad, FrozenSet<string> descriptions, ICollection<Diagnostic> complaints)
    {
        var sector = group["sector"]?.Scalar;
        var code = group["code"]?.Scalar;
        codes.Check(group.Where, code is null ? [] : [code], [.. new[] { sector, group["private"]?.Scalar }.OfType<string>()], complaints);
        if (!Enum.TryParse(group["kind"]?.Scalar, ignoreCase: true, out RoleKind kind))
        {
            complaints.Add(Diagnostics.BadCodebook(group.Where, $"'{group["kind"]?.Scalar}' is no kind of role", "Use person, group, institution, state, holding, deed, quantity or thing."));
        }

        foreach (var word in group["words"]?.Items ?? [])
        {
            if (word.Scalar is not { Length: > 0 } words)
            {
                complaints.Add(Diagnostics.BadCodebook(word.Where, "holds an empty word", "Remove it."));
                continue;
            }

            if (!seen.TryAdd(words, word.Where))
            {
                complaints.Add(Diagnostics.BadCodebook(word.Where, $"'{words}' stands on {seen[words]} too", "Keep one of them."));
                continue;
            }

            var role = new Role(words, number, kind, sector)
            {
                Code = code,
                IsOpen = group["open"]?.Scalar == "true",
                IsOther = group["other"]?.Scalar == "true",
                IsMachine = group["machine"]?.Scalar == "true",
                IsSame = group["same"]?.Scalar == "true",
                IsAbroad = abroad.Contains(words),
                IsDescription = descriptions.Contains(words),
                PrivateSector = group["private"]?.Scalar,
                IsLeader = group["leader"]?.Scalar == "true",
                Gender = group["gender"]?.Scalar is { Length: 1 } gender ? gender[0] : null,
            };
            phrases.Add(words, role);
            if (words.EndsWith("man", StringComparison.Ordinal))
            {
                phrases.Add(string.Concat(words.AsSpan(0, words.Length - 3), "men"), role);   // lemmatizers miss rare ones: "servicemen"
            }
        }
    }

    private static FrozenSet<string> Set(CodebookYaml? node) => (node?.Scalars ?? []).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}

/// <summary>A phrase of the codebook with the code and sector that it must be given.</summary>
/// <param name="Where">File and line.</param>
/// <param name="Text">The phrase.</param>
/// <param name="Code">Code, or null.</param>
/// <param name="Sector">Primary sector, or null.</param>
internal sealed record RoleExample(string Where, string Text, string? Code, string? Sector);
