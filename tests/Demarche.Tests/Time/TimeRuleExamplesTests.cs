using Demarche.Time;
using NodaTime.Text;

namespace Demarche.Tests.Time;

/// <summary>Runs the examples of codebook/time.</summary>
public class TimeRuleExamplesTests
{
    internal static readonly TimeFinder Finder = TimeFinder.Load(CodebookFiles.Shipped()) is { Value: { } finder } ? finder : throw new InvalidOperationException(TimeFinder.Load(CodebookFiles.Shipped()).Failure!.ToString());

    public static TheoryData<string> Ids() => [.. Finder.Book.Rules.Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Examples_of_the_rule_hold(string id)
    {
        var rule = Finder.Book.Rules.Single(r => r.Id == id);
        Assert.True(rule.OnlyPart || rule.Means is null || rule.Examples.Length > 0, $"{rule.Where}: {id} has no example");
        foreach (var example in rule.Examples)
        {
            var published = example.Published is { } day ? LocalDatePattern.Iso.Parse(day).Value : (NodaTime.LocalDate?)null;
            var found = Finder.Find(example.Text, published);
            if (example.Find.Length == 0)
            {
                Assert.True(found.IsEmpty, $"{example.Where}: nothing should be found in \"{example.Text}\"");
                continue;
            }

            var hit = found.SingleOrDefault(f => example.Text[f.Span.Start..f.Span.End] == example.Find);
            Assert.True(hit is not null, $"{example.Where}: \"{example.Find}\" is not found; found {string.Join(", ", found.Select(f => $"\"{example.Text[f.Span.Start..f.Span.End]}\" {f.Rule}"))}");
            Assert.True(hit.Kind == example.Kind && hit.Value == example.Value, $"{example.Where}: {hit.Kind} {hit.Value} by {hit.Rule} for {example.Kind} {example.Value}");
        }
    }

    [Fact]
    public void The_shipped_rules_and_tables_have_no_fault()
    {
        var complaints = new List<Diagnostic>();
        Assert.NotNull(TimeFinder.Read(CodebookFiles.Shipped(), isChecked: true, complaints));
        Assert.Empty(complaints);
    }

    [Fact]
    public void Ids_are_used_once() => Assert.Equal(Finder.Book.Rules.Length, Finder.Book.Rules.Select(r => r.Id).Distinct().Count());
}
