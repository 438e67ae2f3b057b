using System.Collections.Immutable;
using System.Globalization;
using Demarche.Time.Meanings;
using NodaTime;

namespace Demarche.Time.Dating;

/// <summary>Election days by country from codebook/time/elections.tsv, with the names of codebook/actors/countries.tsv: "ahead of the US elections in November" dates a report. Immutable.</summary>
internal sealed class Elections
{
    private static readonly string[] Columns = ["code", "date"];

    private static readonly string[] CountryColumns = ["code", "name", "other_names", "adjectives"];

    private readonly ImmutableArray<(string[] Words, LocalDate Day)> _days;

    private Elections(ImmutableArray<(string[] Words, LocalDate Day)> days) => _days = days;

    /// <summary>Reads the table; without one there are no elections.</summary>
    public static Elections Read(CodebookFiles files, ICollection<Diagnostic> complaints)
    {
        var names = CountryNames(files, complaints);
        var days = ImmutableArray.CreateBuilder<(string[], LocalDate)>();
        if (files.At("time/elections.tsv") is { } file && CodebookTable.Open(file, Columns, complaints) is { } table)
        {
            int code = table.Column("code"), day = table.Column("date");
            foreach (var row in table.Rows)
            {
                if (IsoDay.Read(row.Text(day)) is not { } date)
                {
                    complaints.Add(Diagnostics.BadCodebook(row.Where, $"\"{row.Text(day)}\" is no day", "Write it as 2020-11-03."));
                }
                else if (names.TryGetValue(row.Text(code) ?? "", out var words))
                {
                    days.Add((words, date));
                }
            }
        }

        return new Elections(days.ToImmutable());
    }

    private static Dictionary<string, string[]> CountryNames(CodebookFiles files, ICollection<Diagnostic> complaints)
    {
        var names = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (files.At("actors/countries.tsv") is { } file && CodebookTable.Open(file, CountryColumns, complaints) is { } table)
        {
            int code = table.Column("code"), name = table.Column("name"), others = table.Column("other_names"), adjectives = table.Column("adjectives");
            foreach (var row in table.Rows)
            {
                names[row.Text(code) ?? ""] = [row.Text(name) ?? "", .. row.Values(others), .. row.Values(adjectives)];
            }
        }

        return names;
    }

    /// <summary>An awaited month beside "election" and a country: the report was written before the next such election, in its year.</summary>
    public IEnumerable<Clue> Coming(ImmutableArray<TimeExpression> expressions, string text, LocalDate earliest)
    {
        const int Around = 60;   // characters between the country and the month
        foreach (var e in expressions)
        {
            if (e.Clue is not { Kind: ClueKind.BareMonth, Month: var month })
            {
                continue;
            }

            var around = text.AsSpan(Math.Max(0, e.Span.Start - Around), e.Span.Start - Math.Max(0, e.Span.Start - Around)).ToString();
            if (!around.Contains("election", StringComparison.OrdinalIgnoreCase) && !around.Contains(" vote", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var next = _days.Where(d => d.Day.Month == month && d.Day > earliest && d.Words.Any(w => w.Length > 0 && HasWord(around, w))).Select(d => d.Day).Order().Take(1).ToArray();
            if (next.Length == 1)
            {
                yield return new Clue(next[0].PlusYears(-1), next[0].PlusDays(-1), e.Span,
                    string.Create(CultureInfo.InvariantCulture, $"the election of {TimexValue.Day(next[0])} is still to come"));
            }
        }
    }

    private static bool HasWord(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.Ordinal);
        return at >= 0 && (at == 0 || !char.IsLetter(text[at - 1])) && (at + word.Length >= text.Length || !char.IsLetter(text[at + word.Length]));
    }
}
