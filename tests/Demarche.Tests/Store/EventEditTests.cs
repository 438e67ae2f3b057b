using Demarche.Store.Reviewing;

namespace Demarche.Tests.Store;

public class EventEditTests
{
    private static readonly EventEdit Edit = new(Pipeline.Load(CodebookFiles.Shipped()).Value!.Codebook);

    [Theory]
    [InlineData("2020-07-04", true)]
    [InlineData("", true)]
    [InlineData("2020-02-30", false)]
    [InlineData("2020-7-4", false)]
    [InlineData("-0044-03-15", false)]   // a day, but of no news
    public void A_date_is_written_as_the_record_has_it(string day, bool isTaken) => Assert.Equal(isTaken, Edit.Changes([$"date={day}"], null).Failure is null);
}
