using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Demarche.Statements;

/// <summary>The word tables of <c>codebook/statements/</c>. Immutable and thread-safe.</summary>
public sealed class StatementWords
{
    private StatementWords(CodebookYaml speech, CodebookYaml factuality, ICollection<Diagnostic> complaints)
    {
        SpeechVerbs = Set(speech["verbs"]);
        Denials = Set(speech["denials"]);
        Accusing = Set(speech["accusing"]);
        SourcePrepositions = Set(speech["prepositions"]);
        CarryingVerbs = Set(speech["carrying"]);
        CitingVerbs = Set(speech["citing"]);
        SpeechNouns = Set(speech["nouns"]);
        Media = Map(speech["media"]);
        Conditions = Set(factuality["conditions"]);
        Horizons = Set(factuality["horizons"]);
        Prospects = Set(factuality["prospects"]);
        Carriers = Set(factuality["carriers"]);
        Claims = Set(factuality["claims"]);
        HedgeAdverbs = Hedges(factuality["hedges"]?["adverbs"], complaints);
        HedgeNouns = Hedges(factuality["hedges"]?["nouns"], complaints);
        Open = Set(factuality["open"]);
        Norms = Set(factuality["norms"]);
        Facts = Set(factuality["facts"]);
        Habits = Set(factuality["habits"]);
        Recurring = Set(factuality["recurring"]);
        Spans = Set(factuality["spans"]);
        DaysAhead = Set(factuality["days-ahead"]);
        SameInPast = Set(factuality["same-in-past"]);
        Awaited = Set(factuality["awaited"]);
        Abilities = Set(factuality["abilities"]);
        Modals = (factuality["modals"]?.Entries ?? []).ToFrozenDictionary(e => e.Key, e => ReadEffect(e.Value, complaints), StringComparer.Ordinal);
        Governors = Governor.Read(factuality["governors"], group => ReadEffect(group, complaints), complaints);
        Examples = [.. new[] { speech, factuality }.SelectMany(table => table["examples"]?.Items ?? []).Select(e => StatementExample.Read(e, complaints))];
    }

    /// <summary>Sentences with the status and the speakers that they must be given.</summary>
    public ImmutableArray<StatementExample> Examples { get; }

    internal FrozenSet<string> SpeechVerbs { get; }

    internal FrozenSet<string> Denials { get; }

    internal FrozenSet<string> Accusing { get; }

    internal FrozenSet<string> SourcePrepositions { get; }

    internal FrozenSet<string> CarryingVerbs { get; }

    internal FrozenSet<string> CitingVerbs { get; }

    /// <summary>Nouns whose clause is what their owner says.</summary>
    internal FrozenSet<string> SpeechNouns { get; }

    /// <summary>Adverbs that hedge their clause, each with what becomes of its status; null where it stays.</summary>
    internal FrozenDictionary<string, Effect?> HedgeAdverbs { get; }

    /// <summary>Nouns that hedge the clause that hangs on them.</summary>
    internal FrozenDictionary<string, Effect?> HedgeNouns { get; }

    /// <summary>Determiners that leave open whether there is any.</summary>
    internal FrozenSet<string> Open { get; }

    /// <summary>Nouns for texts that say what ought to be.</summary>
    internal FrozenSet<string> Norms { get; }

    /// <summary>Nouns whose clause is taken for true, whatever is said of them: "the fact that".</summary>
    internal FrozenSet<string> Facts { get; }

    /// <summary>Adverbs of what is done again and again.</summary>
    internal FrozenSet<string> Habits { get; }

    /// <summary>Determiners of a time at which something is done again and again.</summary>
    internal FrozenSet<string> Recurring { get; }

    /// <summary>Nouns for a length of time: "for two <c>years</c>".</summary>
    internal FrozenSet<string> Spans { get; }

    /// <summary>Days that the plain present puts ahead.</summary>
    internal FrozenSet<string> DaysAhead { get; }

    /// <summary>Verbs whose passive tells of what is still to come: "is expected in Rome".</summary>
    internal FrozenSet<string> Awaited { get; }

    /// <summary>Verbs whose past looks like their present.</summary>
    internal FrozenSet<string> SameInPast { get; }

    internal FrozenDictionary<string, string> Media { get; }

    internal FrozenSet<string> Conditions { get; }

    /// <summary>Conjunctions behind which a present tense tells of what is still to come.</summary>
    internal FrozenSet<string> Horizons { get; }

    /// <summary>Nouns whose act is still to come: "no intention of talking".</summary>
    internal FrozenSet<string> Prospects { get; }

    internal FrozenSet<string> Carriers { get; }

    internal FrozenDictionary<string, Effect> Modals { get; }

    internal FrozenSet<string> Claims { get; }

    internal FrozenSet<string> Abilities { get; }

    /// <summary>By lemma; those with a second word first.</summary>
    internal FrozenDictionary<string, ImmutableArray<Governor>> Governors { get; }

    /// <summary>Reads the tables; a missing file or a status that does not exist is a failure that names its line.</summary>
    public static Outcome<StatementWords> Load(CodebookFiles files)
    {
        var complaints = new List<Diagnostic>();
        if (files.At("statements/speech.yaml") is not { } speechFile || files.At("statements/factuality.yaml") is not { } factualityFile)
        {
            return Diagnostics.BadCodebook("codebook/statements", "speech.yaml or factuality.yaml is missing", "Add it, or leave it to the shipped codebook.");
        }

        var speech = CodebookYaml.Parse(speechFile, complaints);
        var factuality = CodebookYaml.Parse(factualityFile, complaints);
        if (speech is null || factuality is null)
        {
            return complaints[0];
        }

        var words = new StatementWords(speech, factuality, complaints);
        return complaints.Count > 0 ? complaints[0] : words;
    }

    private static FrozenSet<string> Set(CodebookYaml? node) => (node?.Scalars ?? []).ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, Effect?> Hedges(CodebookYaml? groups, ICollection<Diagnostic> complaints)
    {
        var hedges = new Dictionary<string, Effect?>(StringComparer.Ordinal);
        foreach (var group in groups?.Items ?? [])
        {
            var effect = group["status"] is null ? null : ReadEffect(group, complaints);
            foreach (var word in group["words"]?.Scalars ?? [])
            {
                hedges[word] = effect;
            }
        }

        return hedges.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, string> Map(CodebookYaml? node)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, words) in node?.Entries ?? [])
        {
            foreach (var word in words.Scalars)
            {
                map.TryAdd(word, name);
            }
        }

        return map.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static Effect ReadEffect(CodebookYaml node, ICollection<Diagnostic> complaints)
    {
        var name = node["status"]?.Scalar ?? "";
        if (!StatusNames.TryParse(name, out Status status))
        {
            complaints.Add(Diagnostics.BadCodebook(node.Where, $"'{name}' is no status", $"Use one of {StatusNames.All}."));
        }

        var auxiliary = ImmutableArray.CreateBuilder<Auxiliary>();
        foreach (var word in node["auxiliary"]?.Scalars ?? [])
        {
            if (Enum.TryParse(word, ignoreCase: true, out Auxiliary one))
            {
                auxiliary.Add(one);
            }
            else
            {
                complaints.Add(Diagnostics.BadCodebook(node.Where, $"'{word}' is no auxiliary mode", "Use historical, future, hypothetical or negation."));
            }
        }

        return new Effect(status, auxiliary.ToImmutable());
    }
}

/// <summary>What a word does to the event below it.</summary>
/// <param name="Status">The status that it gives.</param>
/// <param name="Auxiliary">The auxiliary modes that it gives.</param>
internal sealed record Effect(Status Status, ImmutableArray<Auxiliary> Auxiliary);
