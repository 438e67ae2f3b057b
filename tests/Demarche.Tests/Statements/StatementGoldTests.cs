using Demarche.Language;
using Demarche.Statements;
using Demarche.Tests.Cli;

namespace Demarche.Tests.Statements;

/// <summary>Sentences of our own against what a careful reader says of one word in each: did it happen, and who says so?</summary>
public class StatementGoldTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("tune", 0.85, 0.78, 0.88)]
    [InlineData("check", 0.85, 0.78, 0.88)]
    public void StatusAndSpeakerAreRight(string half, double accuracy, double macro, double speakers)
    {
        var rows = StatementGold.Rows().Where(r => r.Half == half).Select(StatementGold.Judge).ToList();
        foreach (var row in rows.Where(r => !r.IsStatusRight || !r.IsSpeakerRight))
        {
            output.WriteLine(row.ToString());
        }

        var (right, f1, said) = (rows.Average(r => r.IsStatusRight ? 1.0 : 0), StatementGold.MacroF1(rows), rows.Average(r => r.IsSpeakerRight ? 1.0 : 0));
        output.WriteLine($"{half}: {rows.Count} sentences, status accuracy {right:0.000}, macro F1 {f1:0.000}, speaker {said:0.000}");
        Assert.True(right >= accuracy && f1 >= macro && said >= speakers, $"status {right:0.000}, macro F1 {f1:0.000}, speaker {said:0.000}");
    }
}

/// <summary>A row of the gold and what was made of it.</summary>
internal sealed record JudgedRow(GoldRow Gold, string Status, string Speaker)
{
    public bool IsStatusRight => Status == Gold.Status;

    public bool IsSpeakerRight => Gold.Speaker == "-" ? Speaker == "-" : Speaker.Contains(Gold.Speaker, StringComparison.OrdinalIgnoreCase)
        || (Speaker.Length > 1 && Gold.Speaker.Contains(Speaker, StringComparison.OrdinalIgnoreCase) && Speaker != "-");

    public override string ToString() => $"{(IsStatusRight ? "" : $"[{Status} for {Gold.Status}] ")}{(IsSpeakerRight ? "" : $"[said by {Speaker} for {Gold.Speaker}] ")}{Gold.Word}: {Gold.Sentence}";
}

/// <summary>A row of the gold.</summary>
internal sealed record GoldRow(string Half, string Word, string Status, string Speaker, string Sentence);

/// <summary>The gold of statements, and scores over it.</summary>
internal static class StatementGold
{
    private static readonly Lazy<Pipeline> Loaded = new(() => Pipeline.Load(CodebookFiles.Shipped()) is { Value: { } pipeline } ? pipeline : throw new InvalidOperationException());

    public static IEnumerable<GoldRow> Rows() =>
        File.ReadLines(Path.Combine(Repository.Root, "tests", "Demarche.Tests", "Statements", "Gold", "sentences.tsv"))
            .Where(l => !l.StartsWith('#')).Skip(1).Select(l => l.Split('\t')).Select(c => new GoldRow(c[0], c[1], c[2], c[3], c[4]));

    public static JudgedRow Judge(GoldRow row)
    {
        var stated = Loaded.Value.State(Loaded.Value.Reader.FromPlainText("gold", row.Sentence).Value!);
        var statement = stated.Of(Find(stated, row.Word.Split(' ')[^1]));
        var said = statement.Attribution.FirstOrDefault();
        return new JudgedRow(row, StatusNames.Of(statement.Status), said is null ? "-" : $"{said.SpeakerText} {said.Speaker?.Actor.Name}".Trim().Replace(" '", "'", StringComparison.Ordinal));
    }

    public static double MacroF1(IReadOnlyCollection<JudgedRow> rows)
    {
        var kinds = rows.Select(r => r.Gold.Status).Distinct(StringComparer.Ordinal).ToList();
        return kinds.Average(k =>
        {
            var (hit, given, wanted) = (rows.Count(r => r.Status == k && r.IsStatusRight), rows.Count(r => r.Status == k), rows.Count(r => r.Gold.Status == k));
            return hit == 0 ? 0 : 2.0 * hit / (given + wanted);
        });
    }

    // The form as written, else a form of the same lemma.
    private static Token Find(StatedReport stated, string word)
    {
        var tokens = stated.Mentioned.Parsed.Sentences.SelectMany(s => Enumerable.Range(0, s.Count).Select(i => s[i])).ToList();
        var at = tokens.FindIndex(t => t.Form.Equals(word, StringComparison.OrdinalIgnoreCase));
        at = at < 0 ? tokens.FindIndex(t => t.Lemma.Equals(word, StringComparison.OrdinalIgnoreCase)) : at;
        return at < 0 ? throw new InvalidOperationException($"'{word}' is not in the sentence.") : tokens[at];
    }
}
