using System.Collections.Immutable;
using Demarche.Time.Expressions;
using Demarche.Time.Meanings;
using NodaTime;

namespace Demarche.Time;

/// <summary>Finds time expressions and tells which days they mean. Immutable and thread-safe.</summary>
public sealed class TimeFinder
{
    private readonly RuleBook _book;
    private readonly WordDirection _direction;

    private TimeFinder(RuleBook book)
    {
        _book = book;
        _direction = new WordDirection(book);
    }

    /// <summary>Reads the rules of codebook/time.</summary>
    /// <returns>The finder, or the first fault of a rule with its file and line.</returns>
    public static Outcome<TimeFinder> Load(CodebookFiles files)
    {
        var book = new TimeRuleReader().Read(files);
        return book.Value is { } rules ? new TimeFinder(rules) : book.Failure!;
    }

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
        return new Reading(_book, SettingFor(published, outlet)).Read(lexer.Atoms, _direction.At);
    }

    private Setting SettingFor(LocalDate? published, string? outlet) =>
        new() { Published = published, DayFirst = outlet is not null && _book.DayFirstOutlets.Any(o => outlet.Contains(o, StringComparison.OrdinalIgnoreCase)) };
}
