using Demarche.Coding.Records;
using Demarche.Store.Formats;
using NodaTime;

namespace Demarche.Tests.Store.Formats;

public class ComparisonTests
{
    private static readonly EventRecord Meeting = Samples.Bare with { Date = new LocalDate(2021, 3, 1), Type = "CONSULT", Cameo = "040", Quad = 1 };
    private static readonly EventRecord Back = Meeting with { Actors = Meeting.Recipients, Recipients = Meeting.Actors };

    [Fact]
    public void A_meeting_that_stands_there_from_both_sides_counts_once()
    {
        Assert.Equal(1, Count(Meeting, Back));
        Assert.Equal(2, Count(Meeting, Back, Meeting, Back));
        Assert.Equal(2, Count(Meeting, Meeting, Back));
    }

    [Fact]
    public void What_another_report_or_code_or_an_adversary_tells_counts_for_itself()
    {
        Assert.Equal(2, Count(Meeting, Back with { Citation = Back.Citation with { Report = "y" } }));
        Assert.Equal(2, Count(Meeting, Back with { Cameo = "042" }));
        Assert.Equal(2, Count(Meeting with { Quad = 3 }, Back with { Quad = 3 }));
        Assert.Equal(2, Count(Meeting, Back with { Date = new LocalDate(2021, 3, 2) }));
    }

    private static int Count(params EventRecord[] events) => Comparison.Of(events, []).OnlyFirst.Length;
}
