using System.Collections.Immutable;
using Demarche.Language;
using Demarche.Reports;
using Demarche.Time.Dating;
using Demarche.Time.Expressions;
using Demarche.Time.Meanings;
using NodaTime;

namespace Demarche.Time;

/// <summary>Finds time expressions and tells which days they mean. Immutable and thread-safe.</summary>
public sealed class TimeFinder
{
    private readonly RuleBook _book;
    private readonly WordDirection _words;
    private readonly TreeDirection _tree;

    private readonly Lazy<ReportDating> _dating;

    private TimeFinder(RuleBook book, Lazy<ReportDating> dating)
    {
        _book = book;
        _dating = dating;
        _words = new WordDirection(book);
        _tree = new TreeDirection(book);
    }

    /// <summary>Reads the rules of codebook/time.</summary>
    /// <returns>The finder, or the first fault of a rule with its file and line.</returns>
    public static Outcome<TimeFinder> Load(CodebookFiles files)
    {
        var complaints = new List<Diagnostic>();
        return Read(files, isChecked: false, complaints) is { } finder ? finder : complaints[0];
    }

    /// <summary>The same with all that is wrong.</summary>
    /// <param name="files">The codebook.</param>
    /// <param name="isChecked">Whether to read the tables of terms and elections at once, that only reports without a date need.</param>
    /// <param name="complaints">Takes every fault.</param>
    /// <returns>The finder, or null where there is a fault.</returns>
    public static TimeFinder? Read(CodebookFiles files, bool isChecked, ICollection<Diagnostic> complaints)
    {
        ArgumentNullException.ThrowIfNull(complaints);
        var before = complaints.Count;
        var book = new TimeRuleReader().Read(files, complaints);
        var dating = isChecked ? DatingOf(files, complaints) : null;
        return book is null || complaints.Count > before ? null : new TimeFinder(book, dating is null ? new(() => DatingOf(files, [])) : new(dating));
    }

    // Terms and elections are needed only for a report without a date, so they are read with the first such one.
    private static ReportDating DatingOf(CodebookFiles files, ICollection<Diagnostic> complaints) =>
        new(OfficeTerms.Read(files, complaints), Elections.Read(files, complaints));

    /// <summary>The rules.</summary>
    internal RuleBook Book => _book;

    /// <summary>Finds the expressions of a plain text.</summary>
    /// <param name="text">The text; spans count its UTF-16 code units.</param>
    /// <param name="published">Day of the report, or null: then what hangs on it stays partly unknown ("XXXX-06").</param>
    /// <param name="outlet">Who published it, for the order of day and month.</param>
    public ImmutableArray<TimeExpression> Find(string text, LocalDate? published, string? outlet = null)
    {
        var lexer = new Lexer(_book.Lexicon);
        lexer.ReadText(text);
        return new Reading(_book, SettingFor(published, outlet)).Read(lexer.Atoms, new Matcher(_book, lexer.Atoms).FindAll(), _words.At);
    }

    /// <summary>Between which days a report was written that prints no date, from its text alone; null where nothing tells.</summary>
    public ReportDate? Date(Report report) => report.Published is { } day ? ReportDating.Given(day) : _dating.Value.Date(report, Find(report.Text, null, report.Outlet));

    /// <summary>Finds the expressions of a parsed report, resolved against its day, or against the days between which it was written.</summary>
    public TimeMentions Find(ParsedReport report)
    {
        var atoms = AtomsOf(report);
        var matches = new Matcher(_book, atoms).FindAll();
        var sentences = report.Sentences;
        Direction At(List<Atom> all, int start, int end)
        {
            var direction = _tree.At(sentences[all[start].Sentence], all[start].Token, all[end - 1].Token);
            return direction == Direction.Unknown ? _words.At(all, start, end) : direction;
        }

        ImmutableArray<TimeExpression> Read(LocalDate? day) => new Reading(_book, SettingFor(day, report.Report.Outlet)).Read(atoms, matches, At, s => sentences[s].Section.Kind == SectionKind.Caption);

        if (report.Report.Published is { } published)
        {
            return new TimeMentions(Mentions(Read(published), sentences)) { Written = ReportDating.Given(published) };
        }

        var bare = Read(null);
        var written = _dating.Value.Date(report.Report, bare);
        var found = written is not { IsNarrow: true } ? bare : Between(bare, Read(written.Earliest), Read(written.Latest));
        return new TimeMentions(Mentions(found, sentences)) { Written = written };
    }

    // Where the first and the last possible day of the report give the same value, it holds for all between.
    private static ImmutableArray<TimeExpression> Between(ImmutableArray<TimeExpression> bare, ImmutableArray<TimeExpression> first, ImmutableArray<TimeExpression> last)
    {
        var merged = ImmutableArray.CreateBuilder<TimeExpression>(bare.Length);
        for (var i = 0; i < bare.Length; i++)
        {
            merged.Add(first[i].Value == last[i].Value && first[i].Interval == last[i].Interval ? first[i]
                : bare[i].Interval is null && first[i].Interval is { } from && last[i].Interval is { } to && from.Start <= to.Start
                    ? bare[i] with { Interval = new DayInterval(from.Start, to.End), Reason = $"the report was written at an unknown day: {first[i].Value} to {last[i].Value}" }
                : bare[i]);
        }

        return merged.MoveToImmutable();
    }

    private List<Atom> AtomsOf(ParsedReport report)
    {
        var lexer = new Lexer(_book.Lexicon);
        lexer.Atoms.EnsureCapacity(report.Sentences.Sum(s => s.Count + 2));   // few words are more than one atom
        for (var s = 0; s < report.Sentences.Length; s++)
        {
            var sentence = report.Sentences[s];
            for (var i = 0; i < sentence.Count; i++)
            {
                var token = sentence[i];
                lexer.Read(token.Form, token.Span, i, s);
            }

            lexer.Break(sentence.Span.End);
        }

        return lexer.Atoms;
    }

    private static ImmutableArray<TimeMention> Mentions(ImmutableArray<TimeExpression> found, ImmutableArray<Sentence> sentences) =>
        [.. found.Select(e => new TimeMention(sentences[e.Sentence], e.Tokens.First, e.Tokens.Last, e.Kind, e.Value, e.Interval, e.Reason)
        {
            Span = e.Span,
            Signal = e.Signal,
            Rule = e.Rule,
        })];

    private Setting SettingFor(LocalDate? published, string? outlet) =>
        new() { Published = published, DayFirst = outlet is not null && _book.DayFirstOutlets.Any(o => outlet.Contains(o, StringComparison.OrdinalIgnoreCase)) };
}
