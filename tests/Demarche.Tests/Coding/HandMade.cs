using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Coding;
using Demarche.Language;
using Demarche.Places;
using Demarche.Reports;
using Demarche.Statements;
using Demarche.Time;

namespace Demarche.Tests.Coding;

/// <summary>Reports and codebooks made by hand, so that the coder is tested apart from parser and finders.</summary>
internal static class HandMade
{
    /// <summary>A codebook of the shipped ontology and statements with the given rules and word classes.</summary>
    public static Codebook Codebook(string rules, string words = "light: [hold]\ntransparent: [possibility, round]\nagents: [missile, official]\n")
    {
        var files = CodebookFiles.Shipped().All.Where(f => f.Path == "ontology.yaml" || f.Path.StartsWith("statements/", StringComparison.Ordinal))
            .Append(new CodebookFile("words/test.yaml", "words/test.yaml", words))
            .Append(new CodebookFile("rules/test.yaml", "rules/test.yaml", rules));
        var complaints = new List<Diagnostic>();
        return Demarche.Coding.Codebook.Read(CodebookFiles.Of(files), complaints) ?? throw new InvalidOperationException(string.Join('\n', complaints));
    }

    /// <summary>Codes one sentence by the given rules.</summary>
    /// <param name="rules">YAML.</param>
    /// <param name="tree">A token a line: form, lemma, UPOS, Penn tag, head (from 1, 0 for the root), relation.</param>
    /// <param name="actors">"IRN:1 USA:5-6": code and tokens (from 1); "/m" after it for a mere modifier.</param>
    public static ImmutableArray<CodedEvent> Code(string rules, string tree, string actors) =>
        EventCoder.By(Codebook(rules)).Code(State(tree, actors)).Events;

    public static StatedReport State(string tree, string actors)
    {
        var rows = tree.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(r => r.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        var text = string.Join(' ', rows.Select(r => r[0]));
        var section = new Section(SectionKind.Paragraph, new Span(0, text.Length));
        var report = new Report("made", text, RepairedText.Untouched(text), [section]);
        var start = 0;
        var spans = rows.Select(r =>
        {
            var span = new Span(start, start + r[0].Length);
            start = span.End + 1;
            return span;
        }).ToArray();
        var table = new TokenTable(
            spans, [.. rows.Select(r => r[0])], [.. rows.Select(r => r[1])], [.. rows.Select(r => Enum.Parse<Upos>(r[2]))], [.. rows.Select(r => r[3])],
            [.. rows.Select(r => int.Parse(r[4]) - 1)], [.. rows.Select(r => r[5])]);
        var sentence = new Sentence(0, section, table, []);
        var parsed = new ParsedReport(report, [sentence], []);
        var mentions = new ActorMentions(parsed, actors.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(a => Mention(a, sentence)));
        var finder = new StatementFinder(StatementWords.Load(CodebookFiles.Shipped()).Value!);
        return finder.Find(new MentionedReport(parsed, mentions, new PlaceMentions([]), new TimeMentions([])));
    }

    private static ActorMention Mention(string written, Sentence sentence)
    {
        var modifier = written.EndsWith("/m", StringComparison.Ordinal);
        var parts = written.Replace("/m", "", StringComparison.Ordinal).Split(':', '-');
        int first = int.Parse(parts[1]) - 1, last = int.Parse(parts[^1]) - 1;
        var head = Enumerable.Range(first, last - first + 1).First(i => sentence[i].HeadIndex < first || sentence[i].HeadIndex > last);
        return new ActorMention(sentence, first, last, head, new Actor(parts[0], [], parts[0]), "made", modifier ? MentionUse.Modifier : MentionUse.Actor);
    }

    public static string Codes(ImmutableArray<Participant> participants) => string.Join(' ', participants.Select(p => p.Actor.Code));
}
