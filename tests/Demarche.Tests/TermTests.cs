using NodaTime;

namespace Demarche.Tests;

/// <summary>Terms of office.</summary>
public sealed class TermTests
{
    [Theory]
    [InlineData("2019", "2020", "2019-01-01", "2020-12-31")]
    [InlineData("2019-02", "2020-02", "2019-02-01", "2020-02-29")]
    [InlineData("2019-02-03", "2020-02-04", "2019-02-03", "2020-02-04")]
    public void A_short_date_stands_for_its_first_or_last_day(string start, string end, string first, string last)
    {
        Assert.True(Term.TryRead(start, end, out var term));
        Assert.Equal((first, last), ($"{term.Start:uuuu-MM-dd}", $"{term.End:uuuu-MM-dd}"));
        Assert.True(term.Covers(term.Start!.Value) && term.Covers(term.End!.Value));
        Assert.False(term.Covers(term.End.Value.PlusDays(1)));
        Assert.True(term.IsOverBefore(term.End.Value.PlusDays(1)));
    }

    [Theory]
    [InlineData("19", "")]
    [InlineData("2019-13", "")]
    [InlineData("2019-02-30", "")]
    [InlineData("", "soon")]
    public void What_is_no_date_is_refused(string start, string end) => Assert.False(Term.TryRead(start, end, out _));

    [Fact]
    public void An_open_end_lasts()
    {
        Assert.True(Term.TryRead("2001", "", out var term));
        Assert.True(term.Covers(new LocalDate(2999, 1, 1)));
        Assert.False(term.IsReversed);
        Assert.True(Term.TryRead("2010", "2009", out var reversed) && reversed.IsReversed);
    }
}
