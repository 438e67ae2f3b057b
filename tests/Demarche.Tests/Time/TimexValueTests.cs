using Demarche.Time;
using NodaTime;

namespace Demarche.Tests.Time;

public class TimexValueTests
{
    [Theory]
    [InlineData("2019-02-28", "2019-02-28", "2019-02-28")]
    [InlineData("2019-02", "2019-02-01", "2019-02-28")]
    [InlineData("2020-W28", "2020-07-06", "2020-07-12")]
    [InlineData("2020-W28-WE", "2020-07-11", "2020-07-12")]
    [InlineData("1989-Q3", "1989-07-01", "1989-09-30")]
    [InlineData("1990-H1", "1990-01-01", "1990-06-30")]
    [InlineData("1997-WI", "1997-12-01", "1998-02-28")]
    [InlineData("199", "1990-01-01", "1999-12-31")]
    [InlineData("19", "1900-01-01", "1999-12-31")]
    [InlineData("1998-02-11T22:00", "1998-02-11", "1998-02-11")]
    public void A_value_covers_its_days(string value, string first, string last)
    {
        var interval = TimexValue.Interval(value)!.Value;
        Assert.Equal((first, last), (TimexValue.Day(interval.Start), TimexValue.Day(interval.End!.Value)));
    }

    [Theory]
    [InlineData("P3D")]
    [InlineData("PRESENT_REF")]
    [InlineData("XXXX-06")]
    [InlineData("2019-02-30")]
    [InlineData("2019-13")]
    [InlineData("2019-W54")]
    [InlineData("0000")]
    [InlineData("")]
    [InlineData(null)]
    public void Other_values_cover_none(string? value) => Assert.Null(TimexValue.Interval(value));

    [Fact]
    public void A_week_belongs_to_the_year_of_its_Thursday() => Assert.Equal("1998-W01", TimexValue.Week(new LocalDate(1997, 12, 29)));
}
