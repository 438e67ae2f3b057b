using NodaTime.Text;

namespace Demarche.Tests.Coding;

public class EventDayTests
{
    private static readonly Lazy<Pipeline> Loaded = new(() => Pipeline.Load(CodebookFiles.Shipped()).Value!);

    [Theory]
    [InlineData("The envoys of Peru and Chile meet Monday in Geneva.", "2019-03-04")]   // a timetable's
    [InlineData("The envoys of Peru and Chile met Monday in Geneva.", "2019-02-25")]
    public void A_plain_present_with_a_day_of_the_week_lies_ahead(string text, string day)
    {
        var report = Loaded.Value.Reader.FromText("made", text).Value! with { Published = LocalDatePattern.Iso.Parse("2019-03-01").Value };
        var coded = Loaded.Value.Code(report, TestContext.Current.CancellationToken);
        Assert.Equal(day, LocalDatePattern.Iso.Format(Assert.Single(coded.Events).Date!.Interval.Start));
    }

    [Theory]
    [InlineData("In 2012 a bomber killed six Chilean soldiers. Chile attacked a Peruvian camp.", null)]             // the paragraph tells of 2012
    [InlineData("In 2012 a bomber killed six Chilean soldiers. Chile has attacked a Peruvian camp.", "2019-03-01")]
    [InlineData("A bomber killed six Chilean soldiers. Chile attacked a Peruvian camp.", "2019-03-01")]
    [InlineData("In 2012 a bomber killed six Chilean soldiers. Chile attacked a Peruvian camp the following day.", "2012-01-01")]
    [InlineData("Chile attacked a Peruvian camp in the past.", null)]
    [InlineData("Chile attacked a Peruvian camp during Correa's first term.", null)]
    [InlineData("Past visits to Chile by the president of Peru angered Bolivia.", null)]
    [InlineData("The clash came four days after Peru held joint drills with Chile.", null)]
    [InlineData("On Monday Chile released a statement condemning Peru.", "2019-02-25")]
    public void What_is_told_as_long_past_has_not_the_day_of_the_report(string text, string? day)
    {
        var report = Loaded.Value.Reader.FromText("made", text).Value! with { Published = LocalDatePattern.Iso.Parse("2019-03-01").Value };
        var coded = Loaded.Value.Code(report, TestContext.Current.CancellationToken);
        Assert.Equal(day, coded.Events[^1].Date is { } date ? LocalDatePattern.Iso.Format(date.Interval.Start) : null);
    }

    [Theory]
    [InlineData("Peru said on Friday it would investigate the shelling of its embassy two years ago.", null)]
    [InlineData("Peru said on Friday it investigated the shelling of its embassy two years ago.", "2017-01-01")]
    public void What_lies_ahead_was_at_no_time_ago(string text, string? year)
    {
        var report = Loaded.Value.Reader.FromText("made", text).Value! with { Published = LocalDatePattern.Iso.Parse("2019-03-01").Value };
        var coded = Loaded.Value.Code(report, TestContext.Current.CancellationToken);
        Assert.Equal(year, coded.Events.First(e => e.Type.Name == "ACCUSE").Date is { } date ? LocalDatePattern.Iso.Format(date.Interval.Start) : null);
    }
}
