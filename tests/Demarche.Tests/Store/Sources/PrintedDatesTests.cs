using Demarche.Store.Sources;
using NodaTime;

namespace Demarche.Tests.Store.Sources;

public class PrintedDatesTests
{
    [Theory]
    [InlineData("2020-07-06")]
    [InlineData("2020-07-06T23:59:00-08:00")]
    [InlineData("2020-07-06 10:00")]
    [InlineData("20200706")]
    [InlineData("20200706103000")]
    [InlineData("Mon, 06 Jul 2020 10:00:00 GMT")]
    [InlineData("6 Jul 2020 10:00:00 EST")]
    [InlineData("July 6, 2020")]
    [InlineData("JULY 6, 2020")]
    [InlineData("2020/7/6")]
    public void A_day_is_read_as_it_stands(string text) => Assert.Equal(new LocalDate(2020, 7, 6), PrintedDates.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("07/06/2020")]
    [InlineData("yesterday")]
    [InlineData("2020-13-01")]
    public void Nothing_is_guessed(string? text) => Assert.Null(PrintedDates.Parse(text));
}
