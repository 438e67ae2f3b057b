using System.Globalization;

namespace Demarche.Chronology;

/// <summary>Scores whether two sketched acts are one act. Immutable and thread-safe.</summary>
/// <remarks>First what rules it out: other types, other people, other days. Then points for each part of the match, added up.</remarks>
internal sealed class ActMatcher(MatchWeights weights)
{
    private const double Never = double.NegativeInfinity;
    private const double EnoughDetails = 2;

    /// <summary>The points for two acts being one; negative infinity where something rules it out.</summary>
    /// <param name="a">One act.</param>
    /// <param name="b">The other.</param>
    /// <param name="parts">Where to put each part of the score in words, or null where nobody asks.</param>
    public double Score(ActSketch a, ActSketch b, ICollection<ScorePart>? parts = null)
    {
        var score = What(a, b, parts);
        score += IsOut(score) ? 0 : Who(a, b, parts);
        score += IsOut(score) ? 0 : When(a, b, parts);
        score += IsOut(score) ? 0 : Where(a, b, parts);
        score += IsOut(score) ? 0 : How(a, b, parts);
        return score + (IsOut(score) ? 0 : Told(a, b, parts));

        // What is ruled out costs no more, unless somebody asks for all of it.
        bool IsOut(double points) => parts is null && double.IsNegativeInfinity(points);
    }

    private double What(ActSketch a, ActSketch b, ICollection<ScorePart>? parts)
    {
        if (a.Type != b.Type)
        {
            return weights.AreKin(a.Type, b.Type)
                ? Add(parts, "what", weights.KinType, $"{a.Type} and {b.Type} are often the same act")
                : Add(parts, "what", Never, $"{a.Type} is not {b.Type}");
        }

        if (a.Mode is not null && b.Mode is not null && a.Mode != b.Mode && a.Sentence == b.Sentence && IsOfOneReport(a.Id, b.Id))
        {
            return Add(parts, "what", Never, $"one sentence tells of {a.Mode} and of {b.Mode}");
        }

        var points = weights.SameType + (a.Mode is null || b.Mode is null ? 0 : a.Mode == b.Mode ? weights.SameMode : weights.OtherMode);
        return Add(parts, "what", points, a.Mode == b.Mode ? $"both are {a.Type} {a.Mode}" : $"both are {a.Type}, as {a.Mode ?? "no mode"} and {b.Mode ?? "no mode"}");
    }

    private static bool IsOfOneReport(ReadOnlySpan<char> id, ReadOnlySpan<char> other) =>
        id.LastIndexOf('@') is > 0 and var at && other.Length > at && other[..(at + 1)].SequenceEqual(id[..(at + 1)]);

    private double Who(ActSketch a, ActSketch b, ICollection<ScorePart>? parts)
    {
        var points = a.IsMutual && b.IsMutual ? Together(a, b)
            : a.ActTogether || b.ActTogether ? Math.Max(Directed(a, b), Together(a, b))
            : Directed(a, b);
        Add(parts, "who", points, points is Never ? "others take part" : "the same take part");
        return points + (points is Never ? 0 : People(a, b, parts));
    }

    // All who take part do the same: "the two met".
    private double Together(ActSketch a, ActSketch b) =>
        Side(Sets.Union(a.Actors, a.Recipients), Sets.Union(b.Actors, b.Recipients), out var shared) is { } fit ? fit + (shared > 1 ? weights.WhoBoth : weights.WhoOne) : Never;

    // One does it to another.
    private double Directed(ActSketch a, ActSketch b)
    {
        var by = Side(a.Actors, b.Actors, out _);
        var to = Side(a.Recipients, b.Recipients, out _);
        return by is null or Never || to is Never ? Never
            : to is not null ? by.Value + to.Value + weights.WhoBoth
            : by.Value + (IsThere(a, b) || IsThere(b, a) ? weights.WhoThere : weights.WhoOne);
    }

    // "arrived in Eritrea" names as a place what "visited Eritrea" names as a recipient.
    private static bool IsThere(ActSketch one, ActSketch other) => one.Country != 0 && Array.IndexOf(other.Recipients, one.Country) >= 0;

    // "sent doses to Nepal" and "… to Bangladesh", where one of the two was read as a place.
    private static bool IsElsewhere(ActSketch one, ActSketch other) =>
        one.Country != 0 && one.Recipients.Length == 0 && Sets.Coded(other.Recipients) > 0 && !IsThere(one, other) && Array.IndexOf(one.Actors, one.Country) < 0;

    // Null where a side is open in one of the two; "never" where both are known and differ.
    private double? Side(int[] a, int[] b, out int shared)
    {
        shared = Sets.Shared(a, b);
        var known = Math.Min(Sets.Coded(a), Sets.Coded(b));
        if (shared == 0)
        {
            return known > 0 ? Never : null;
        }

        var least = Math.Min(a.Length, b.Length);
        return shared * 2 < Math.Max(2, known) || known == 2 && shared < 2 ? Never : weights.WhoPart * (1 - ((double)shared / Math.Max(least, shared)));
    }

    private double People(ActSketch a, ActSketch b, ICollection<ScorePart>? parts)
    {
        var same = 0;
        var other = 0;
        foreach (var one in a.People)
        {
            var isIn = Array.Exists(b.People, p => p.Name == one.Name);
            same += isIn ? 1 : 0;
            other += !isIn && one.HasOffice && Array.Exists(b.People, p => p.HasOffice && p.Code == one.Code && !Array.Exists(a.People, q => q.Name == p.Name)) ? 1 : 0;
        }

        var points = 0.0;
        if (same > 0)
        {
            points += Add(parts, "who", same * weights.SamePerson, $"{same} by the same name");
        }

        return other > 0 ? points + Add(parts, "who", other * weights.OtherPerson, $"{other} of the same state but by another name") : points;
    }

    private double When(ActSketch a, ActSketch b, ICollection<ScorePart>? parts)
    {
        var gap = Math.Max(a.Start, b.Start) - Math.Min(a.End, b.End);
        if (gap > 0)
        {
            var isClock = gap == 1 && a.Basis == DayBasis.Named && b.Basis == DayBasis.Named && a.Width == 1 && b.Width == 1
                && (weights.IsOnce(a.Type, a.Mode) && weights.IsOnce(b.Type, b.Mode) || Details(a, b) >= EnoughDetails);
            return isClock
                ? Add(parts, "when", weights.NextDay, "the days named differ by one, of an act that is not done twice in a row")
                : Add(parts, "when", Never, "on other days");
        }

        if (a.Basis == DayBasis.Open || b.Basis == DayBasis.Open)
        {
            return Add(parts, "when", weights.NoDay, "one names no day, but its report fits");
        }

        if (a.Basis == DayBasis.OfReport || b.Basis == DayBasis.OfReport)
        {
            return a.End == b.End ? Add(parts, "when", weights.DayOfReport, "the day of a report that names none fits")
                : Add(parts, "when", weights.DayBeforeReport, "the day before a report that names none fits");
        }

        return a.Start == b.Start && a.End == b.End ? Add(parts, "when", weights.SameDay, a.Width == 1 ? "the same day" : "the same days")
            : Add(parts, "when", weights.InInterval * Math.Max(0.3, (double)Math.Min(a.Width, b.Width) / Math.Max(a.Width, b.Width)), "the days of one lie within those of the other");
    }

    private double Where(ActSketch a, ActSketch b, ICollection<ScorePart>? parts) => (a, b) switch
    {
        _ when !a.IsMutual && (IsElsewhere(a, b) || IsElsewhere(b, a)) => Add(parts, "where", weights.OtherPlace, "done to another country"),
        { a.Place: 0 } or { b.Place: 0 } => 0,
        _ when a.Place == b.Place => Add(parts, "where", weights.SamePlace, "the same place"),
        _ when a.Country == b.Country && a.Country != 0 => Add(parts, "where", weights.NearPlace, "in the same country"),
        _ => Add(parts, "where", weights.OtherPlace, "in other places"),
    };

    private double How(ActSketch a, ActSketch b, ICollection<ScorePart>? parts)
    {
        if (a.Sentence == b.Sentence)
        {
            return Add(parts, "wording", weights.SameSentence, "word for word the same sentence");
        }

        var shared = Sets.Shared(a.Words, b.Words);
        var share = a.Words.Length + b.Words.Length == 0 ? 0 : 2.0 * shared / (a.Words.Length + b.Words.Length);
        var points = shared == 0 ? 0 : Add(parts, "wording", share * weights.Wording, $"{shared} content words in common ({share.ToString("P0", CultureInfo.InvariantCulture)})");
        return points + (Sets.Shared(a.Numbers, b.Numbers) > 0 ? Add(parts, "wording", weights.SameNumber, "the same number") : 0);
    }

    private double Told(ActSketch a, ActSketch b, ICollection<ScorePart>? parts)
    {
        if (a.Footing == b.Footing)
        {
            return 0;
        }

        return a.Footing == Footing.Proposed || b.Footing == Footing.Proposed ? Add(parts, "status", Never, "one is only proposed")
            : a.Footing == Footing.Denied || b.Footing == Footing.Denied ? Add(parts, "status", weights.Denied, "one says that it did not happen")
            : a.Footing == Footing.Possible || b.Footing == Footing.Possible ? Add(parts, "status", weights.Open, "one says that it is only possible")
            : 0;
    }

    // What two acts share by no chance: a victim by name, a number, a town.
    private double Details(ActSketch a, ActSketch b)
    {
        var person = weights.IsOnceToAPerson(a.Type) && a.Type == b.Type
            && Array.Exists(a.People, p => Array.IndexOf(a.Recipients, p.Code) >= 0 && Array.IndexOf(a.Actors, p.Code) < 0 && Array.Exists(b.People, q => q.Name == p.Name)) ? 2 : 0;
        return person + (Sets.Shared(a.Numbers, b.Numbers) > 0 ? 1 : 0) + (a.Place != 0 && a.Place == b.Place ? 1 : 0);
    }

    private static double Add(ICollection<ScorePart>? parts, string part, double points, FormattableString why)
    {
        parts?.Add(new ScorePart(part, points, why.ToString(CultureInfo.InvariantCulture)));
        return points;
    }

    private static double Add(ICollection<ScorePart>? parts, string part, double points, string why)
    {
        parts?.Add(new ScorePart(part, points, why));
        return points;
    }
}
