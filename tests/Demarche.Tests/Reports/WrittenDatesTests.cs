using Demarche.Reports;
using NodaTime;
using NodaTime.Text;

namespace Demarche.Tests.Reports;

public class WrittenDatesTests
{
    [Theory]
    [InlineData("talks-2020-07-04.txt", "2020-07-04")]
    [InlineData("20200704_talks", "2020-07-04")]
    [InlineData("/news/2020/07/04/", "2020-07-04")]
    [InlineData("report-2020-13-04", null)]
    [InlineData("id-120200704", null)]
    [InlineData("18996", null)]
    [InlineData("", null)]
    public void A_date_is_read_off_a_name(string name, string? day) =>
        Assert.Equal(day is null ? null : LocalDatePattern.Iso.Parse(day).Value, WrittenDates.In(name));

    [Fact]
    public void A_report_speaks_from_its_printed_day_before_that_of_its_link_and_name()
    {
        var report = new Report("talks-2020-07-04.txt", "", RepairedText.Untouched(""), []);
        Assert.Equal(new LocalDate(2020, 7, 4), report.Day);
        Assert.Equal(new LocalDate(2020, 7, 3), (report with { Link = "/news/2020/07/03/" }).Day);
        Assert.Equal(new LocalDate(2020, 7, 1), (report with { Link = "/news/2020/07/03/", Published = new LocalDate(2020, 7, 1) }).Day);
        Assert.Null((report with { Name = "talks" }).Day);
    }
}
