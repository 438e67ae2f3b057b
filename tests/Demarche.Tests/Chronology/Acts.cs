using System.Collections.Immutable;
using CsCheck;
using Demarche.Chronology;
using Demarche.Coding;
using Demarche.Coding.Records;
using Demarche.Time;
using NodaTime;

namespace Demarche.Tests.Chronology;

/// <summary>Hand-made events, and random ones that run into each other.</summary>
internal static class Acts
{
    public static readonly LocalDate Monday = new(2021, 3, 1);

    public static EventMerger Merger { get; } = Load();

    public static ClusterBuilder Builder { get; } = ClusterBuilder.Load(CodebookFiles.Shipped()).Value!;

    /// <summary>Few names, days and words, so that many events match, nearly match and chain.</summary>
    public static Gen<EventRecord[]> Random { get; } =
        Gen.Select(Gen.Int[0, 11], Gen.Int[0, 4], Gen.Int[0, 6], Gen.Int[0, 8], Gen.Int[0, 5]).Array[0, 40].Select(rows => rows.Select((row, i) =>
        {
            var (who, width, what, day, how) = row;
            var pairs = new[] { ("USA", "PRK"), ("USA", "CHN"), ("PRK", "USA"), ("USA", (string?)null) };
            var (actor, recipient) = pairs[who % 4];
            var one = Event($"r{i}@{i}:X", actor, recipient, new[] { "CONSULT", "AGREE", "ASSAULT", "SANCTION", "SUPPORT", "REJECT", "AID" }[what], Monday.PlusDays(day),
                new[] { "The two met again.", "They spoke of trade and arms.", "20 soldiers died near the river.", "Envoys spoke of arms.", "A truce holds.", "Trade was stopped." }[how]);
            return one with
            {
                EndDate = one.Date!.Value.PlusDays(width == 4 ? 30 : width / 3),
                Status = how == 4 ? "did-not-happen" : how == 5 ? "planned" : "happened",
                Date = who == 11 ? null : one.Date,
            };
        }).ToArray());

    public static EventRecord Event(string id, string actor, string? recipient, string type, LocalDate day, string text = "They met.", string? mode = null) =>
        new()
        {
            Id = id,
            Citation = new CitationRecord(id.Split('@')[0], null, "Outlet of " + id.Split('@')[0], null, day.PlusDays(1), day.PlusDays(1), []),
            Type = type,
            Mode = mode,
            Date = day,
            EndDate = day,
            Actors = [Party(actor)],
            Recipients = recipient is null ? [] : [Party(recipient)],
            Text = text,
        };

    public static EventRecord Undated(this EventRecord one) => one with { Date = null, EndDate = null };

    public static EventRecord OnDayOfReport(this EventRecord one) =>
        one with { Date = one.Citation.DateLatest, EndDate = one.Citation.DateLatest, Citation = one.Citation with { DateEvidence = [EventDating.DayOfReport] } };

    public static ParticipantRecord Party(string code, string? name = null, string? office = null) => new(code, ["GOV"], name ?? code, name ?? code, office);

    /// <summary>The events' clusters, each as its ids in order.</summary>
    public static ImmutableArray<string> Clusters(IEnumerable<MergedAct> merged) =>
        [.. merged.GroupBy(m => m.Cluster, StringComparer.Ordinal).Select(g => string.Join(' ', g.Select(m => m.Act).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal)];

    public static ImmutableArray<string> Clusters(params EventRecord[] events) => Clusters(Merger.Merge(events, MergePins.None, Originals.None));

    private static EventMerger Load()
    {
        var files = CodebookFiles.Shipped();
        return EventMerger.Load(files, Codebook.Load(files).Value!).Value!;
    }
}
