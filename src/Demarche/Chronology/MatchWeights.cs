using System.Collections.Frozen;
using System.Globalization;

namespace Demarche.Chronology;

/// <summary>What speaks for and against two reported acts being one, in points. Data: <c>codebook/chronology/merging.yaml</c>. Immutable and thread-safe.</summary>
internal sealed class MatchWeights
{
    private const string Path = "chronology/merging.yaml";

    private static readonly string[] Names =
    [
        "who-both", "who-one", "who-there", "who-part", "same-person", "other-person", "same-day", "day-of-report", "day-before-report", "in-interval", "no-day", "next-day", "same-type",
        "kin-type", "same-mode", "other-mode", "same-place", "near-place", "other-place", "wording", "same-number", "same-sentence", "denied", "open",
    ];

    private readonly FrozenSet<(string, string)> _kin;
    private readonly FrozenSet<string> _once;
    private readonly FrozenSet<string> _onceToAPerson;

    private MatchWeights(CodebookYaml root, ICollection<Diagnostic> complaints)
    {
        double Point(string name) => Number(root["points"]?[name], root, name, complaints);
        WhoBoth = Point("who-both");
        WhoOne = Point("who-one");
        WhoThere = Point("who-there");
        WhoPart = Point("who-part");
        SamePerson = Point("same-person");
        OtherPerson = Point("other-person");
        SameDay = Point("same-day");
        DayOfReport = Point("day-of-report");
        DayBeforeReport = Point("day-before-report");
        InInterval = Point("in-interval");
        NoDay = Point("no-day");
        NextDay = Point("next-day");
        SameType = Point("same-type");
        KinType = Point("kin-type");
        SameMode = Point("same-mode");
        OtherMode = Point("other-mode");
        SamePlace = Point("same-place");
        NearPlace = Point("near-place");
        OtherPlace = Point("other-place");
        Wording = Point("wording");
        SameNumber = Point("same-number");
        SameSentence = Point("same-sentence");
        Denied = Point("denied");
        Open = Point("open");
        Threshold = Number(root["threshold"], root, "threshold", complaints);
        Lead = Number(root["lead"], root, "lead", complaints);
        DaysBefore = (int)Number(root["days-before"], root, "days-before", complaints);
        DaysAfter = (int)Number(root["days-after"], root, "days-after", complaints);
        _kin = (root["kin"]?.Items ?? []).Select(i => i.Scalars).Where(p => p.Length == 2).SelectMany(p => new[] { (p[0], p[1]), (p[1], p[0]) }).ToFrozenSet();
        _once = (root["once"]?.Scalars ?? []).ToFrozenSet(StringComparer.Ordinal);
        _onceToAPerson = (root["once-to-a-person"]?.Scalars ?? []).ToFrozenSet(StringComparer.Ordinal);
        foreach (var (name, node) in root["points"]?.Entries ?? [])
        {
            if (!Names.Contains(name, StringComparer.Ordinal))
            {
                complaints.Add(Diagnostics.BadCodebook(node.Where, $"there are no points for '{name}'", $"Use {string.Join(", ", Names)}."));
            }
        }
    }

    public double WhoBoth { get; }

    public double WhoOne { get; }

    public double WhoThere { get; }

    public double WhoPart { get; }

    public double SamePerson { get; }

    public double OtherPerson { get; }

    public double SameDay { get; }

    public double DayOfReport { get; }

    public double DayBeforeReport { get; }

    public double InInterval { get; }

    public double NoDay { get; }

    public double NextDay { get; }

    public double SameType { get; }

    public double KinType { get; }

    public double SameMode { get; }

    public double OtherMode { get; }

    public double SamePlace { get; }

    public double NearPlace { get; }

    public double OtherPlace { get; }

    public double Wording { get; }

    public double SameNumber { get; }

    public double SameSentence { get; }

    public double Denied { get; }

    public double Open { get; }

    /// <summary>From how many points on two acts are one.</summary>
    public double Threshold { get; }

    /// <summary>How many points the best must be ahead of the second for an act without a day.</summary>
    public double Lead { get; }

    /// <summary>Days before its report in which an undated act may have taken place.</summary>
    public int DaysBefore { get; }

    /// <summary>Days after its report for which an undated act may be planned.</summary>
    public int DaysAfter { get; }

    public static MatchWeights? Read(CodebookFiles files, ICollection<Diagnostic> complaints)
    {
        if (files.At(Path) is not { } file)
        {
            complaints.Add(Diagnostics.BadCodebook("codebook", Path + " is missing", "Add it, or leave it to the shipped codebook."));
            return null;
        }

        return CodebookYaml.Parse(file, complaints) is { } root ? new MatchWeights(root, complaints) : null;
    }

    /// <summary>Whether one act may be coded as either type.</summary>
    public bool AreKin(string one, string other) => _kin.Contains((one, other));

    /// <summary>Whether nobody does such an act on two days that follow each other.</summary>
    public bool IsOnce(string type, string? mode) => _once.Contains(type) || mode is not null && _once.Contains($"{type} {mode}");

    /// <summary>Whether the same named person is not met by such an act on two days that follow each other.</summary>
    public bool IsOnceToAPerson(string type) => _onceToAPerson.Contains(type);

    private static double Number(CodebookYaml? node, CodebookYaml root, string name, ICollection<Diagnostic> complaints)
    {
        if (double.TryParse(node?.Scalar, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        complaints.Add(Diagnostics.BadCodebook(node?.Where ?? root.Where, $"'{name}' is no number", "Write one such as 2.5."));
        return 0;
    }
}
