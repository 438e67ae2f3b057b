using CsCheck;
using Demarche.Chronology;
using Demarche.Coding;
using Demarche.Coding.Records;

namespace Demarche.Tests.Chronology;

/// <summary>Parts that are merged by themselves are, all together, what merging at once gives.</summary>
public class ActPartsTests
{
    private const int Rounds = 400;
    private static readonly CodebookFiles Files = CodebookFiles.Shipped();
    private static readonly MatchWeights Weights = MatchWeights.Read(Files, [])!;
    private static readonly ActMatcher Matcher = new(Weights);

    /// <summary>Acts of days, weeks, seasons and years, so that each kind of block is walked, and a few that somebody joined or kept apart.</summary>
    private static readonly Gen<(EventRecord[] Events, MergePins Pins)> Said = Gen.Select(Acts.Random, Gen.Int[0, 1000]).Select((events, seed) =>
    {
        var random = new Random(seed);
        int[] widths = [0, 0, 0, 8, 45, 150, 400];
        EventRecord[] wider = [.. events.Select(e => e.Date is null ? e : e with { Date = e.Date.Value.PlusDays(random.Next(4) * 20), EndDate = e.Date.Value.PlusDays(80 + widths[random.Next(widths.Length)]) })];
        (string, string)[] Pairs() => [.. Enumerable.Range(0, wider.Length < 2 ? 0 : random.Next(3)).Select(_ => (wider[random.Next(wider.Length)].Id, wider[random.Next(wider.Length)].Id))];
        return (random.Next(2) == 0 ? events : wider, MergePins.Of(Pairs(), Pairs()));
    });

    [Fact]
    public void Merged_apart_they_are_what_they_are_together() => Said.Sample(
        said =>
        {
            var acts = Sketches(said.Events);
            var together = new Merging(Matcher, Weights, said.Pins).Of(acts);
            var apart = new ActParts(Matcher, Weights, said.Pins).Of(acts, 3).SelectMany(part => new Merging(Matcher, Weights, said.Pins).Of(part));
            return InOrder(together).SequenceEqual(InOrder(apart));
        },
        iter: Rounds);

    [Fact]
    public void Threads_change_nothing() => Said.Sample(
        said => Acts.Merger.Merge(said.Events, said.Pins, Originals.None).SequenceEqual(Acts.Merger.Merge(said.Events, said.Pins, Originals.None, 4)), iter: Rounds / 4);

    [Fact]
    public void What_has_nothing_in_common_falls_into_parts()
    {
        var acts = Sketches([
            Acts.Event("a@1:X", "USA", "PRK", "CONSULT", Acts.Monday), Acts.Event("b@1:X", "USA", "PRK", "CONSULT", Acts.Monday),
            Acts.Event("c@1:X", "USA", "PRK", "CONSULT", Acts.Monday.PlusDays(5)), Acts.Event("d@1:X", "USA", "PRK", "ASSAULT", Acts.Monday)]);
        Assert.Equal(["a@1:X b@1:X", "c@1:X", "d@1:X"], new ActParts(Matcher, Weights, MergePins.None).Of(acts, 2).Select(p => string.Join(' ', p.Select(a => a.Id))).Order(StringComparer.Ordinal));
    }

    private static List<ActSketch> Sketches(EventRecord[] events)
    {
        var sketcher = new Sketcher(Wording.Read(Files, [])!, Weights, Codebook.Load(Files).Value!.Ontology, new HashSet<string>(StringComparer.Ordinal));
        List<ActSketch> acts = [.. events.SelectMany(e => sketcher.Of(e, e.Citation.Report))];
        acts.Sort(EventMerger.Order);
        return acts;
    }

    private static IEnumerable<MergedAct> InOrder(IEnumerable<MergedAct> acts) => acts.OrderBy(a => a.Act, StringComparer.Ordinal);
}
