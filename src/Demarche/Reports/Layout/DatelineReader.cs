using System.Collections.Frozen;

namespace Demarche.Reports.Layout;

/// <summary>Reads "WASHINGTON, July 4 (AP) --" at the start of a paragraph.</summary>
/// <param name="words">Agencies, months and words that are no place.</param>
/// <param name="knownPlaces">Names of states and capitals: written in small letters, only these count without a day or agency.</param>
/// <param name="days">Finds the day of a dateline.</param>
internal sealed class DatelineReader(ReportWords words, FrozenSet<string> knownPlaces, DayReader days)
{
    /// <summary>Longest dateline: two names, a day with its year and an agency, written out.</summary>
    private const int MostCharacters = 90;

    private const int LongestDay = 24;

    private const int ShortestGlued = 4;   // "US-China talks" opens with no place

    /// <summary>The dateline, with its dash, that opens a paragraph; or null.</summary>
    public Dateline? Read(string text, Span paragraph)
    {
        var line = paragraph.In(text);
        for (var at = 1; at < Math.Min(line.Length, MostCharacters); at++)
        {
            var sign = Separator(line, at);
            var end = sign == 0 ? 0 : SkipBlanks(line, at + sign);
            if (end == 0 || end >= line.Length || Parse(line[..at], line.Slice(at, sign), line[end]) is not { } found)
            {
                continue;
            }

            // "CAIRO - 26 July 2022: The …", "CAIRO (AP) - July 26, 2022 - The …"
            if (found.Day is null && line[end..].IndexOfAny(':', '-') is > 0 and < LongestDay and var stop
                && days.Read(line.Slice(end, stop)) is { Span: { Start: 0, End: var length } } day && DayReader.Pieces(line.Slice(end + length, stop - length)).Count == 0
                && SkipBlanks(line, end + stop + line[(end + stop)..].IndexOfAnyExcept(':', '-')) is var after && after < line.Length)
            {
                found = WithDay(found, line.Slice(end, stop), day);
                end = after;
            }

            return found with { Span = TextLine.Trim(text, new Span(paragraph.Start, paragraph.Start + end)) };
        }

        return null;
    }

    private int Separator(ReadOnlySpan<char> line, int at)
    {
        var next = at + 1 < line.Length ? line[at + 1] : '\0';
        switch (line[at])
        {
            case '_':
                return 1;
            case '-' when next == '-':
                return line[at..].IndexOfAnyExcept('-') is > 0 and var dashes ? dashes : 0;
            case '-' or ':' when next == ' ':
            case '-' when IsGlued(line, at):
                return 1;
            case '.' when line[at - 1] is '/' or ')' && next == ' ':
                return 1;
            default:
                return 0;
        }
    }

    // "TEHRAN-Turkey plans to …": a known place in capitals, and a sentence behind it without a blank.
    private bool IsGlued(ReadOnlySpan<char> line, int at) => at >= ShortestGlued && at + 2 < line.Length && char.IsUpper(line[at + 1]) && char.IsLower(line[at + 2]) && line[..at].IndexOfAnyExceptInRange('A', 'Z') < 0
        && knownPlaces.Contains($"{line[0]}{line[1..at].ToString().ToLowerInvariant()}");

    private static int SkipBlanks(ReadOnlySpan<char> line, int at)
    {
        while (at < line.Length && char.IsWhiteSpace(line[at]))
        {
            at++;
        }

        return at;
    }

    private Dateline? Parse(ReadOnlySpan<char> head, ReadOnlySpan<char> sign, char next)
    {
        var attached = head.Length == head.TrimEnd().Length;
        var agency = Group(ref head);
        var whole = head;
        var day = days.Read(head) is { } found && DayReader.Pieces(head[found.Span.End..]).Count == 0 ? found : (PrintedDay?)null;
        if (day is { Span.Start: var start })
        {
            head = head[..start];
        }

        var commaBeforeDay = day is not null && head.TrimEnd().EndsWith(",", StringComparison.Ordinal);
        var place = head.Trim(" ,").ToString();
        var comma = place.IndexOf(',', StringComparison.Ordinal);
        if (agency is null && words.Agencies.Contains(comma < 0 ? place : place[..comma]))
        {
            agency = comma < 0 ? place : place[..comma];
            place = comma < 0 ? "" : place[(comma + 1)..].Trim();
        }

        if (place.Length > 0 && !IsPlace(place))
        {
            return null;
        }

        var listed = agency is not null && words.Agencies.Contains(agency);
        var opens = char.IsUpper(next) || char.IsDigit(next) || next is '"' or '\'';
        if (!opens && !listed)
        {
            return null;
        }

        var capitals = IsCapitalPlace(place);
        var sure = (listed && (place.Length > 0 || day is not null || sign[0] != ':'))
            || (agency is not null && capitals)
            || (day is not null && place.Length > 0 && (capitals || commaBeforeDay || knownPlaces.Contains(place)));
        var alone = agency is null && day is null
            && (capitals || knownPlaces.Contains(place) || (attached && sign is "-" && !place.Contains(' ', StringComparison.Ordinal)));
        if (!sure && !alone)
        {
            return null;
        }

        var dateline = new Dateline(default, place, agency, null);
        return day is { } printed ? WithDay(dateline, whole, printed) : dateline;
    }

    private static Dateline WithDay(Dateline dateline, ReadOnlySpan<char> head, PrintedDay day) =>
        dateline with { Day = head[day.Span.Start..day.Span.End].ToString(), Anniversary = day.Anniversary, Date = day.Date };

    /// <summary>Takes "(AP)" or "/TASS/" off the end of a head.</summary>
    private static string? Group(ref ReadOnlySpan<char> head)
    {
        var trimmed = head.TrimEnd(" .,");
        var open = trimmed.Length < 3 ? -1 : trimmed[^1] switch
        {
            ')' => trimmed.LastIndexOf('('),
            '/' => trimmed[..^1].LastIndexOf('/'),
            _ => -1,
        };

        var inside = open < 0 ? default : trimmed[(open + 1)..^1].Trim();
        if (inside.IsEmpty || !char.IsLetter(inside[0]) || Words.Count(inside) > 4)
        {
            return null;
        }

        head = trimmed[..open].TrimEnd(" .,");
        return inside.ToString();
    }

    private bool IsPlace(string place)
    {
        var pieces = place.Split(',', StringSplitOptions.TrimEntries);
        return pieces.Length <= 3 && pieces.All(p => Words.Of(p) is { Length: > 0 and <= 4 } names && char.IsUpper(p[0]) && Words.AreNames(names, words.PlaceJoints))
            && place.All(c => char.IsLetter(c) || c is ' ' or ',' or '.' or '\'' or '-' or '/');
    }

    private bool IsCapitalPlace(string place)
    {
        var comma = place.IndexOf(',', StringComparison.Ordinal);
        var first = comma < 0 ? place : place[..comma];
        return first.Count(char.IsLetter) >= 4 && Words.AreCapitals(first) && !Words.Of(first).Any(words.NoPlaces.Contains);
    }
}
