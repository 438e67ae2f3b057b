using Demarche.Web.Views;
using NodaTime;

namespace Demarche.Web.Tests;

public class EventViewTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/?actor=PRK&with=USA&from=2018-01-01&to=2018-12-31&type=CONSULT&type=AGREE&status=planned&said-by=Kim%20Jong%20Un&text=talks&least=0.5&review=open&order=newest&split=type")]
    [InlineData("/?recipient=%26%3D%3F%22%3Cscript%3E")]
    public void An_address_comes_back_as_it_was(string address)
    {
        var view = EventView.Read(address.IndexOf('?', StringComparison.Ordinal) is var at and >= 0 ? address[at..] : "");
        Assert.Empty(view.Complaints);
        Assert.Equal(address, view.On("/"));
    }

    [Theory]
    [InlineData("?from=yesterday", "from=yesterday")]
    [InlineData("?least=7", "least=7")]
    [InlineData("?status=maybe", "status=maybe")]
    [InlineData("?order=random", "order=random")]
    [InlineData("?from=2020-02-01&to=2020-01-01", "later than")]
    public void What_cannot_be_read_is_complained_of_and_left_out(string query, string complaint)
    {
        Assert.Contains(complaint, Assert.Single(EventView.Read(query).Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_and_a_month_stand_for_their_days()
    {
        var view = EventView.Read("?from=2018&to=2018-02");
        Assert.Equal((new LocalDate(2018, 1, 1), new LocalDate(2018, 2, 28)), (view.From!.Value, view.To!.Value));
    }

    [Theory]
    [InlineData("?order=newest&split=type&after=x", false)]
    [InlineData("?status=planned", true)]
    [InlineData("?actor=USA", true)]
    public void A_view_knows_whether_it_is_narrowed(string query, bool isNarrowed) => Assert.Equal(isNarrowed, EventView.Read(query).IsNarrowed);
}
