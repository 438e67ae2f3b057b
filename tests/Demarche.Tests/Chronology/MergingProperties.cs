using CsCheck;
using Demarche.Chronology;
using static Demarche.Tests.Chronology.Acts;

namespace Demarche.Tests.Chronology;

/// <summary>What holds for any set of events.</summary>
public class MergingProperties
{
    private const int Rounds = 300;

    [Fact]
    public void The_order_of_the_events_changes_nothing() => Gen.Select(Acts.Random, Gen.Int).Sample((events, seed) =>
    {
        var shuffled = events.ToArray();
        new Random(seed).Shuffle(shuffled);
        return Merge(events).SequenceEqual(Merge(shuffled));
    }, iter: Rounds);

    [Fact]
    public void Reading_events_twice_changes_nothing() =>
        Acts.Random.Sample(events => Merge(events).SequenceEqual(Merge([.. events, .. events])), iter: Rounds);

    [Fact]
    public void Every_event_is_in_a_cluster_and_each_cluster_is_named_after_a_member() => Acts.Random.Sample(events =>
    {
        var merged = Merge(events);
        return events.All(e => merged.Count(m => m.Act == e.Id) == 1) && merged.All(m => merged.Any(o => o.Act == m.Cluster && o.Cluster == m.Cluster));
    }, iter: Rounds);

    [Fact]
    public void No_two_of_a_cluster_name_days_further_apart_than_one() => Acts.Random.Sample(events =>
    {
        var byId = events.ToDictionary(e => e.Id, StringComparer.Ordinal);
        return Merge(events).Where(m => !m.IsContent).GroupBy(m => m.Cluster, StringComparer.Ordinal).All(g =>
            g.Select(m => byId[m.Act]).Where(e => e.Date is not null && e.Date == e.EndDate).Select(e => e.Date!.Value).ToList() is var days
            && (days.Count == 0 || NodaTime.Period.DaysBetween(days.Min(), days.Max()) <= 2));
    }, iter: Rounds);

    [Fact]
    public void Tying_each_event_to_its_cluster_changes_nothing() => Acts.Random.Sample(events =>
    {
        var merged = Merge(events);
        var again = Merger.Merge(events, MergePins.Of(merged.Where(m => m.Act != m.Cluster).Select(m => (m.Cluster, m.Act)), []), Originals.None);
        return Acts.Clusters(merged).SequenceEqual(Acts.Clusters(again));
    }, iter: Rounds);

    private static IReadOnlyList<MergedAct> Merge(IEnumerable<Demarche.Coding.Records.EventRecord> events) => Merger.Merge(events, MergePins.None, Originals.None);
}
