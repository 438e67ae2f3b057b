using System.Collections.Immutable;
using System.Globalization;
using Demarche.Coding.Records;
using NodaTime;

namespace Demarche.Chronology;

/// <summary>Puts the tellings of one act side by side. Immutable and thread-safe.</summary>
public sealed class ClusterBuilder
{
    private static readonly string[] Facts = ["happened", "ongoing"];
    private readonly Wording _wording;

    private ClusterBuilder(Wording wording) => _wording = wording;

    /// <summary>Reads which nouns count the same thing from <c>codebook/chronology</c>.</summary>
    public static Outcome<ClusterBuilder> Load(CodebookFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var complaints = new List<Diagnostic>();
        return Wording.Read(files, complaints) is { } wording && complaints.Count == 0 ? new ClusterBuilder(wording) : complaints[0];
    }

    /// <summary>The clusters of merged acts, by first day.</summary>
    /// <param name="merged">The acts with their clusters; those of events that are not given are left out.</param>
    /// <param name="events">The events.</param>
    /// <param name="originals">Which reports are copies.</param>
    public ImmutableArray<EventCluster> Of(IEnumerable<MergedAct> merged, IEnumerable<EventRecord> events, Originals originals)
    {
        ArgumentNullException.ThrowIfNull(originals);
        var acts = events.SelectMany(ToldAct.Of).DistinctBy(a => a.Id, StringComparer.Ordinal).ToDictionary(a => a.Id, StringComparer.Ordinal);
        return InOrder(merged.Where(m => acts.ContainsKey(m.Act)).GroupBy(m => m.Cluster, StringComparer.Ordinal)
            .Select(g => Of(g.Key, g.Select(m => acts[m.Act]).Select(a => new ClusterEvidence(a, originals.Of(a.Event.Citation.Report))))));
    }

    /// <summary>One cluster.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="evidence">Its tellings, in any order; at least one.</param>
    public EventCluster Of(string id, IEnumerable<ClusterEvidence> evidence)
    {
        ImmutableArray<ClusterEvidence> all = [.. evidence.OrderBy(e => e.Told.Event.Citation.DateEarliest ?? LocalDate.MaxIsoValue).ThenBy(e => e.Told.Id, StringComparer.Ordinal)];
        var days = Votes(all.Where(HasDay), e => Days(e.Told.Act));
        var statuses = Votes(all, e => e.Told.Act.Status);
        var best = days.IsEmpty ? null : days.OrderByDescending(v => v.Originals).ThenBy(v => Width(v.All[0].Told.Act)).First();
        var lead = Lead(best is null ? all : best.All);
        var act = lead.Told.Act;
        return new EventCluster
        {
            Id = id,
            Date = act.Date ?? all.Select(e => e.Told.Act.Date).Min(),
            EndDate = act.EndDate ?? act.Date,
            Act = act,
            Actors = act.Actors,
            Recipients = act.Recipients.IsEmpty && act.Actors.Length == 1 ? RecipientsOf(all, act) : act.Recipients,
            Place = act.Place ?? all.Select(e => e.Told.Act.Place).FirstOrDefault(p => p is not null),
            Status = StatusOf(statuses),
            Statuses = [.. statuses.Select(v => v.Told)],
            Disagreements = [.. Disagreements(all, statuses)],
            Evidence = all,
        };
    }

    /// <summary>The clusters in the order of a chronology: by first day, then by last; those without a day last.</summary>
    public static ImmutableArray<EventCluster> InOrder(IEnumerable<EventCluster> clusters) =>
        [.. clusters.OrderBy(c => c.Date ?? LocalDate.MaxIsoValue).ThenBy(c => c.EndDate ?? LocalDate.MaxIsoValue).ThenBy(c => c.Id, StringComparer.Ordinal)];

    private IEnumerable<Disagreement> Disagreements(ImmutableArray<ClusterEvidence> all, ImmutableArray<Vote> statuses)
    {
        var days = Votes(all.Where(e => HasDay(e) && e.Told.Act.Status != "planned"), e => Days(e.Told.Act));
        if (days.Any(a => days.Any(b => AreApart(a.All[0].Told.Act, b.All[0].Told.Act))))
        {
            yield return new Disagreement("date", [.. days.Select(v => v.Told)]);
        }

        // A plan and its deed do not contradict each other; a denial or a doubt does.
        if (statuses.Length > 1 && statuses.Any(s => s.Told.Value is "did-not-happen" or "possible"))
        {
            yield return new Disagreement("status", [.. statuses.Select(v => v.Told)]);
        }

        var places = Votes(all.Where(e => e.Told.Act.Place is not null), e => e.Told.Act.Place!.Name);
        if (places.Select(p => p.All[0].Told.Act.Place!.Country).Distinct(StringComparer.Ordinal).Count() > 1)
        {
            yield return new Disagreement("place", [.. places.Select(v => v.Told)]);
        }

        var counts = all.SelectMany(e => _wording.Counts(e.Told.Event.Text).Where(c => c.Thing is not null).Select(c => (Evidence: e, c.Number, Thing: c.Thing!)));
        foreach (var thing in counts.GroupBy(c => c.Thing, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            // A sentence that counts one thing twice speaks of two matters.
            var single = thing.GroupBy(c => c.Evidence).Where(g => g.Select(c => c.Number).Distinct().Count() == 1).Select(g => g.First());
            var values = single.GroupBy(c => c.Number).OrderBy(g => g.Key).ToList();
            if (values.Count > 1)
            {
                yield return new Disagreement(thing.Key, [.. values.Select(v => new ToldValue(v.Key.ToString(CultureInfo.InvariantCulture), Sources(v.Select(c => c.Evidence))))]);
            }
        }
    }

    private static bool HasDay(ClusterEvidence e) => e.Told.Act.Date is not null && !e.Told.IsDatedByReport;

    private static bool AreApart(ActRecord a, ActRecord b) => (a.EndDate ?? a.Date) < b.Date || (b.EndDate ?? b.Date) < a.Date;

    private static int Width(ActRecord act) => Period.DaysBetween(act.Date!.Value, act.EndDate ?? act.Date.Value);

    private static string Days(ActRecord act) =>
        act.EndDate is { } end && end != act.Date ? $"{IsoDay.Text(act.Date!.Value)} to {IsoDay.Text(end)}" : IsoDay.Text(act.Date!.Value);

    private static string StatusOf(ImmutableArray<Vote> statuses)
    {
        var facts = statuses.Where(s => Facts.Contains(s.Told.Value)).ToList();
        var denials = statuses.FirstOrDefault(s => s.Told.Value == "did-not-happen")?.Originals ?? 0;
        return facts.Count > 0 && facts.Sum(f => f.Originals) >= denials ? facts[0].Told.Value : statuses.First(s => !Facts.Contains(s.Told.Value)).Told.Value;
    }

    // Facts before plans, those who name all sides before others, then the surest.
    private static ClusterEvidence Lead(ImmutableArray<ClusterEvidence> all) =>
        all.OrderByDescending(e => Facts.Contains(e.Told.Act.Status)).ThenBy(e => e.Told.IsContent)
            .ThenByDescending(e => Math.Min(1, e.Told.Act.Recipients.Length) + Math.Min(2, e.Told.Act.Actors.Length) + (e.Told.Act.Mode is null ? 0 : 1) + (e.Told.Act.Place is null ? 0 : 1))
            .ThenByDescending(e => e.Told.Act.Confidence).ThenBy(e => e.Told.Id, StringComparer.Ordinal).First();

    private static ImmutableArray<ParticipantRecord> RecipientsOf(ImmutableArray<ClusterEvidence> all, ActRecord lead)
    {
        var named = all.Select(e => e.Told.Act).FirstOrDefault(a => !a.Recipients.IsEmpty && a.Actors.Any(p => lead.Actors.Any(q => q.Code is not null && q.Code == p.Code)));
        return named?.Recipients ?? [];
    }

    private static ImmutableArray<Vote> Votes(IEnumerable<ClusterEvidence> all, Func<ClusterEvidence, string> value) =>
        [.. all.GroupBy(value, StringComparer.Ordinal)
            .Select(g => new Vote(new ToldValue(g.Key, Sources(g)), g.Select(e => e.Original).Distinct(StringComparer.Ordinal).Count(), [.. g]))
            .OrderByDescending(v => v.Originals).ThenBy(v => v.Told.Value, StringComparer.Ordinal)];

    private static ImmutableArray<string> Sources(IEnumerable<ClusterEvidence> all) =>
        [.. all.Where(e => !e.IsCopy).DefaultIfEmpty(all.First()).Select(e => e.Speaker is { } speaker ? $"{speaker} ({e.Outlet})" : e.Outlet).Distinct(StringComparer.Ordinal)];

    private sealed record Vote(ToldValue Told, int Originals, ImmutableArray<ClusterEvidence> All);
}
