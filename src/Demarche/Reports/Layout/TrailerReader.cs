using System.Collections.Immutable;
using NodaTime;

namespace Demarche.Reports.Layout;

/// <summary>What a line of a trailer gives.</summary>
internal enum TrailerPart
{
    /// <summary>Nothing that is kept.</summary>
    Other,

    /// <summary>Who published the report.</summary>
    Outlet,

    /// <summary>Its address.</summary>
    Link,

    /// <summary>Its tags.</summary>
    Tags,

    /// <summary>Its day of publication.</summary>
    Date,
}

/// <summary>The lines around a report's body, and what they give.</summary>
/// <param name="Lines">For each line of the text, whether it belongs to a trailer.</param>
/// <param name="Values">Texts that the labels name, in reading order.</param>
internal sealed record Trailer(bool[] Lines, ImmutableArray<KeyValuePair<TrailerPart, string>> Values)
{
    public string? First(TrailerPart part) => Values.FirstOrDefault(v => v.Key == part).Value;

    public ImmutableArray<string> Tags =>
        [.. Values.Where(v => v.Key == TrailerPart.Tags).SelectMany(v => v.Value.Split([',', ';', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
}

/// <summary>Finds the lines above and below a report's body that are never read for events.</summary>
/// <param name="words">Labels and marks.</param>
/// <param name="days">Finds the day of a line.</param>
internal sealed class TrailerReader(ReportWords words, DayReader days)
{
    /// <summary>Most lines that a trailer has, names of other stories among them; a longer run of labelled lines is a table of the report itself.</summary>
    private const int MostLines = 60;

    /// <summary>Lines at the top among which a byline or address stands.</summary>
    private const int HeadLines = 6;

    /// <summary>Lines at the top among which a day of a page with a long menu stands.</summary>
    private const int MostHeadLines = 40;

    private const int FewestWordsOfProse = 10;
    private const int MostTagLines = 12;
    private const int MostCharactersOfDayLine = 100;
    private const int MostCharactersOfClosing = 240;
    private const int MostNamesOfDayLine = 5;
    private const int MostNamesOfAuthors = 8;
    private const int MostWordsOfDay = 12;   // "Updated November 16, 2021 06:58 pm IST - New Delhi"
    private const string Marks = " ,|-–—•·()/";
    private const string Dividers = "|•·—–-/,";

    private static readonly ImmutableArray<string> s_weekdays = [.. Enumerable.Range(1, 7).Select(d => ((IsoDayOfWeek)d).ToString())];

    private readonly PageLines _page = new(words);

    public Trailer Read(string text, IReadOnlyList<TextLine> lines)
    {
        var marked = new bool[lines.Count];
        var values = ImmutableArray.CreateBuilder<KeyValuePair<TrailerPart, string>>();
        var end = Start(text, lines);
        var isApart = false;   // whether a line of the page or report stands behind the last one that is marked
        for (var i = 0; i < Math.Min(end, EndOfHead(text, lines)); i++)
        {
            var line = lines[i].Span.In(text);
            var isDay = IsDayLine(line);
            if (!isDay && (i >= HeadLines || !IsAddress(line) && !IsByline(line)) && !(Label(line, out var part, out var value) && (part is TrailerPart.Date || part is not TrailerPart.Other && i < HeadLines) && value.Length > 0))
            {
                isApart |= !_page.Holds(line);
                continue;
            }

            if (isDay && isApart && !words.Revising.Contains(Words.Of(line)[0].ToLowerInvariant()))
            {
                values.RemoveAll(v => v.Key == TrailerPart.Date);   // above the title stands the day on which the page was called up
            }

            marked[i] = true;
            isApart = false;
            Take(text, lines, i, lines.Count, values);
        }

        for (var i = 0; i < end; i++)
        {
            marked[i] |= _page.Holds(lines[i].Span.In(text));
        }

        for (var i = end; i < lines.Count;)
        {
            var next = Math.Max(i + 1, Take(text, lines, i, lines.Count, values));
            for (; i < next; i++)
            {
                marked[i] = true;
            }
        }

        return new Trailer(marked, values.ToImmutable());
    }

    // A page may set its menu before the title, and the day behind the title or a summary.
    private static int EndOfHead(string text, IReadOnlyList<TextLine> lines)
    {
        var sentences = 0;
        for (var i = 0; i < Math.Min(lines.Count, MostHeadLines); i++)
        {
            var line = lines[i].Span.In(text);
            if (Words.Count(line) >= FewestWordsOfProse && line[^1] is '.' or '"' or '”' && ++sentences == 2)
            {
                return Math.Max(i, HeadLines);
            }
        }

        return HeadLines;
    }

    /// <summary>The first line of the run of trailer lines that ends the text.</summary>
    private int Start(string text, IReadOnlyList<TextLine> lines)
    {
        for (var start = Math.Max(1, lines.Count - MostLines); start < lines.Count; start++)
        {
            var at = start;
            var linked = false;
            while (at < lines.Count && Take(text, lines, at, lines.Count, values: null) is var next && (next > at || (linked && PageLines.IsName(lines[at].Span.In(text)))))
            {
                var line = lines[at].Span.In(text);
                linked = linked || _page.Holds(line) || IsClosing(line);
                at = Math.Max(next, at + 1);
            }

            if (at == lines.Count)
            {
                return start;
            }
        }

        return lines.Count;
    }

    /// <summary>Reads one entry of a trailer; gives the line after it, or <paramref name="at"/> where there is no entry.</summary>
    private int Take(string text, IReadOnlyList<TextLine> lines, int at, int end, ImmutableArray<KeyValuePair<TrailerPart, string>>.Builder? values)
    {
        var line = lines[at].Span.In(text);
        if (IsAddress(line))
        {
            values?.Add(new(TrailerPart.Link, line.ToString()));
            return at + 1;
        }

        if (!Label(line, out var part, out var value))
        {
            if (IsDayLine(line))
            {
                values?.Add(new(TrailerPart.Date, line.ToString()));
                return at + 1;
            }

            return IsClosing(line) || IsByline(line) || _page.Holds(line) ? at + 1 : at;
        }

        var next = at + 1;
        if (HasDay(line))
        {
            values?.Add(new(TrailerPart.Date, line.ToString()));   // "Source: Xinhua | 2025-05-12 04:34:15 | Editor: Li"
            value = value.Split('|')[0].Trim();
        }

        if (value.Length > 0)
        {
            values?.Add(new(part, value));
            return next;
        }

        // The value stands on the next line; tags may stand on a line each.
        for (var most = part == TrailerPart.Tags ? MostTagLines : 1; next < end && next - at <= most; next++)
        {
            var below = lines[next].Span.In(text);
            var labelled = Label(below, out _, out _) || IsClosing(below) || (IsAddress(below) && part != TrailerPart.Link);
            if (labelled || Words.Count(below) > 12 || (below[^1] == '.' && Words.Count(below) > 3))
            {
                break;
            }

            values?.Add(new(part, below.ToString()));
        }

        return next;
    }

    private bool Label(ReadOnlySpan<char> line, out TrailerPart part, out string value)
    {
        var colon = line.IndexOf(':');
        (part, value) = (TrailerPart.Other, "");
        if (colon is < 2 or > 20 || !words.Labels.TryGetValue(line[..colon].Trim().ToString().ToLowerInvariant(), out part))
        {
            return false;
        }

        value = line[(colon + 1)..].Trim().ToString();
        return true;
    }

    private bool IsClosing(ReadOnlySpan<char> line)
    {
        if (words.ClosingLines.Contains(line.ToString()) || Words.StartsWithAny(line, words.ClosingOpenings))
        {
            return true;
        }

        foreach (var ending in words.ClosingEndings)
        {
            if (line.Length <= MostCharactersOfClosing && line.EndsWith(ending, StringComparison.Ordinal))   // an archive that joins paragraphs puts it behind a whole story
            {
                return true;
            }
        }

        return false;
    }

    private bool IsByline(ReadOnlySpan<char> line)
    {
        var blank = line.IndexOf(' ');
        if (blank < 0 || line.Length > 80 || line[^1] is '.' or '"' || !words.BylineOpenings.Contains(line[..blank].ToString()))
        {
            return false;
        }

        return Words.AreNames(Words.Of(line[blank..]), words.BylineJoints);
    }

    // "Reuters | Paris | Updated: 5 April 2022 15:59 IST": a page's strip, one piece of which is a day.
    private bool HasDay(ReadOnlySpan<char> line)
    {
        var (found, bars) = (false, 0);
        for (var rest = line; line.Length <= MostCharactersOfDayLine && !rest.IsEmpty; bars++)
        {
            var bar = rest.IndexOf('|');
            var piece = bar < 0 ? rest : rest[..bar];
            var isDay = days.Read(piece) is { Date: not null, Span: var day } && AreDayWords(piece[..day.Start]) && (AreDayWords(piece[day.End..]) || found);
            if (Words.Count(piece) > (isDay ? MostWordsOfDay : MostNamesOfDayLine))
            {
                return false;
            }

            found |= isDay;
            rest = bar < 0 ? [] : rest[(bar + 1)..];
        }

        return found && bars > 1;
    }

    // "Saturday, July 4, 2020", "Published 4 Jul 2020 10.15 GMT", "By Jane Doe, July 4, 2020", "4 July 2020 | Geneva".
    private bool IsDayLine(ReadOnlySpan<char> line)
    {
        if (line.Length > MostCharactersOfDayLine || days.Read(line) is not { Date: not null, Span: var day })
        {
            return false;
        }

        var before = line[..day.Start];
        var behind = line[day.End..];
        if (HasDay(line) || behind.Trim() is ":" && IsNamed(before, Dividers[0]))
        {
            return true;   // "Harbour Times: 4 July 2020:"
        }

        var name = before.Trim(Marks);
        return (AreDayWords(behind) || IsNamed(behind, behind.TrimStart() is [var after, ..] ? after : default)) && (AreDayWords(before) || IsByline(name) || (behind.Contains(':') && EndsWithAuthors(name)) || words.Agencies.Contains(name.ToString()) || IsNamed(before, before.TrimEnd() is [.., var ahead] ? ahead : default));
    }

    // A place, section or author, set off from the day by a mark: "Geneva | ", " · World".
    private bool IsNamed(ReadOnlySpan<char> side, char mark) =>
        Dividers.Contains(mark) && Words.Of(side.Trim(Marks)) is { Length: > 0 and <= MostNamesOfDayLine } names && Words.AreNames(names, words.BylineJoints);

    // "Jane Doe, John RoeMonday": authors, run together with the day of the week where a page set them apart.
    private bool EndsWithAuthors(ReadOnlySpan<char> before)
    {
        foreach (var weekday in s_weekdays)
        {
            if (before.EndsWith(weekday, StringComparison.Ordinal))
            {
                return Words.Of(before[..^weekday.Length].Trim(Marks).ToString().Replace(',', ' ')) is { Length: > 0 and <= MostNamesOfAuthors } names && Words.AreNames(names, words.BylineJoints);
            }
        }

        return false;
    }

    private bool AreDayWords(ReadOnlySpan<char> line)
    {
        foreach (var piece in DayReader.Pieces(line))
        {
            var word = line[piece.Start..piece.End];
            if (!char.IsAsciiDigit(word[0]) && !words.DayLineWords.Contains(word.ToString().ToLowerInvariant()) && !words.Months.ContainsKey(word.ToString()))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAddress(ReadOnlySpan<char> line) =>
        line.IndexOfAny(' ', '\t') < 0
        && (line.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || line.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || line.StartsWith("www.", StringComparison.OrdinalIgnoreCase));
}
