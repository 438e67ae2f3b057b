using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Actors.Tables;

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
        Words = new SmallWords(yaml);
        Examples = [.. (yaml?["examples"]?.Items ?? []).Select(e => new RoleExample(e.Where, e["text"]?.Scalar ?? "", e["code"]?.Scalar, e["sector"]?.Scalar))];
    }

    /// <summary>Titles and common nouns.</summary>
    public PhraseTable<Role> Phrases { get; }

    /// <summary>The small words around them.</summary>
    public SmallWords Words { get; }

    /// <summary>Words before a role with the sector that they give it.</summary>
    public FrozenDictionary<string, string> SectorWords { get; }

    /// <summary>The longest title or common noun that starts at a token, in whatever form it stands.</summary>
    public PhraseMatch<Role>? LongestAt(Sentence sentence, int at)
    {
        var best = Phrases.Longest(sentence, at);
        foreach (var lemmas in Lemmas)
        {
            if (Phrases.Longest(sentence, at, lemmas) is { } other && other.Length > (best?.Length ?? 0) && !(other.Length > 1 && sentence[at + other.Length - 1].Tag == Upos.VERB))   // "drones struck" is no "drone strike"
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
        var seen = new Dictionary<string, CodebookLine>(ExpectedPhrases, StringComparer.OrdinalIgnoreCase);
        var number = 0;
        var (abroad, descriptions) = (Set(yaml?["abroad"]), Set(yaml?["descriptions"]));
        foreach (var group in yaml?["roles"]?.Items ?? [])
        {
            number++;
            AddGroup(group, number, codes, phrases, seen, abroad, descriptions, complaints);
        }

        foreach (var (sector, words) in yaml?["endings"]?.Entries ?? [])
        {
            codes.Check(words.At, [], [sector], complaints);
        }

        var sectorWords = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (sector, words) in yaml?["sectors"]?.Entries ?? [])
        {
            codes.Check(words.At, [], [sector], complaints);
            foreach (var word in words.Scalars)
            {
                sectorWords.TryAdd(word, sector);
            }
        }

        return new Roles(phrases.Build(), yaml, sectorWords.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase));
    }

    private static void AddGroup(CodebookYaml group, int number, ActorCodes codes, PhraseTable<Role>.Builder phrases, Dictionary<string, CodebookLine> seen, FrozenSet<string> abroad, FrozenSet<string> descriptions, ICollection<Diagnostic> complaints)
    {
        var sector = group["sector"]?.Scalar;
        var code = group["code"]?.Scalar;
        codes.Check(group.At, code is null ? [] : [code], [.. new[] { sector, group["private"]?.Scalar }.OfType<string>()], complaints);
        if (!Enum.TryParse(group["kind"]?.Scalar, ignoreCase: true, out RoleKind kind))
        {
            complaints.Add(Diagnostics.BadCodebook(group.Where, $"'{group["kind"]?.Scalar}' is no kind of role", "Use person, group, institution, state, holding, deed, quantity or thing."));
        }

        var usual = new Role("", number, kind, sector)
        {
            Code = code,
            IsOpen = group["open"]?.Scalar == "true",
            IsOther = group["other"]?.Scalar == "true",
            IsMachine = group["machine"]?.Scalar == "true",
            IsSame = group["same"]?.Scalar == "true",
            PrivateSector = group["private"]?.Scalar,
            IsLeader = group["leader"]?.Scalar == "true",
            Gender = group["gender"]?.Scalar is { Length: 1 } gender ? gender[0] : null,
        };
        foreach (var word in group["words"]?.Items ?? [])
        {
            if (word.Scalar is not { Length: > 0 } words)
            {
                complaints.Add(Diagnostics.BadCodebook(word.Where, "holds an empty word", "Remove it."));
                continue;
            }

            if (!seen.TryAdd(words, word.At))
            {
                complaints.Add(Diagnostics.BadCodebook(word.Where, $"'{words}' stands on {seen[words]} too", "Keep one of them."));
                continue;
            }

            var role = usual with { Words = words, IsAbroad = abroad.Contains(words), IsDescription = descriptions.Contains(words) };
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
