using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Coding.Rules;

namespace Demarche.Coding;

/// <summary>Ontology, rules and word classes, checked and indexed. Immutable and thread-safe.</summary>
public sealed class Codebook
{
    private readonly FrozenDictionary<string, ImmutableArray<Rule>> _verbRules;
    private readonly FrozenDictionary<string, ImmutableArray<Rule>> _nounRules;

    private Codebook(Ontology ontology, ImmutableArray<Rule> rules, RuleReader reader, ContextWords contexts)
    {
        Ontology = ontology;
        Rules = rules;
        Contexts = contexts;
        Transparent = reader.Class("transparent");
        Carriers = reader.Class("light");
        Anchors = reader.Class("anchors");
        _verbRules = Index(rules, isNoun: false);
        _nounRules = Index(rules, isNoun: true);
    }

    /// <summary>Event types and contexts.</summary>
    public Ontology Ontology { get; }

    /// <summary>Every rule, in file order.</summary>
    public ImmutableArray<Rule> Rules { get; }

    internal ContextWords Contexts { get; }

    /// <summary>Nouns that stand before what is meant: "a round of", "the possibility of".</summary>
    internal FrozenSet<string> Transparent { get; }

    /// <summary>Verbs that only carry an event noun: "hold" talks.</summary>
    internal FrozenSet<string> Carriers { get; }

    /// <summary>Prepositions that make an event noun a time for another event: "during the summit".</summary>
    internal FrozenSet<string> Anchors { get; }

    /// <summary>Reads a codebook. Every fault is listed, each with file, line and rule.</summary>
    /// <param name="files">The shipped files, or these overlaid by a user's own.</param>
    /// <param name="complaints">What is wrong; where it is not empty the codebook is not to be used.</param>
    /// <returns>The codebook, or null where it has a fault.</returns>
    public static Codebook? Read(CodebookFiles files, ICollection<Diagnostic> complaints)
    {
        if (Ontology.Read(files, complaints) is not { } ontology)
        {
            return null;
        }

        var reader = new RuleReader(ontology, complaints);
        foreach (var file in files.In("words").Where(f => f.Path != "words/contexts.yaml"))
        {
            reader.ReadClasses(file);
        }

        ImmutableArray<Rule> rules = [.. files.In("rules").SelectMany(reader.ReadRules)];
        var contexts = ContextWords.Read(files, ontology, complaints);
        return complaints.Count > 0 || contexts is null ? null : new Codebook(ontology, rules, reader, contexts);
    }

    /// <summary>Reads a codebook for use; the first fault is the failure.</summary>
    public static Outcome<Codebook> Load(CodebookFiles files)
    {
        var complaints = new List<Diagnostic>();
        var codebook = Read(files, complaints);
        return codebook is null ? complaints[0] : codebook;
    }

    /// <summary>The rules that a verb or adjective may start.</summary>
    internal ImmutableArray<Rule> ForVerb(string lemma) => _verbRules.GetValueOrDefault(lemma, []);

    /// <summary>The rules that a noun may start.</summary>
    internal ImmutableArray<Rule> ForNoun(string lemma) => _nounRules.GetValueOrDefault(lemma, []);

    // The most specific first, then in file order, so that the first match is the best but for its content.
    private static FrozenDictionary<string, ImmutableArray<Rule>> Index(ImmutableArray<Rule> rules, bool isNoun) =>
        rules.SelectMany(r => r.Triggers.Where(t => t.IsNoun == isNoun).Select(t => (t.Lemma, Rule: r)))
            .GroupBy(p => p.Lemma, p => p.Rule, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Distinct().OrderByDescending(r => r.Specificity).ToImmutableArray(), StringComparer.Ordinal);
}
