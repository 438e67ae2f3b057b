namespace Demarche.Tests;

public class CodebookTableIndexTests
{
    private static readonly CodebookFile File = new("places/towns.tsv", "towns.tsv", "name\tother_names\tcountry\n# Arlen\tnothing\tXXX\nArlen\tOld Arlen; Arl\tAAA\nBex\tArlen\tBBB\nArlen\tArlen\tCCC\n");

    [Theory]
    [InlineData("Arlen", "AAA BBB CCC")]
    [InlineData("Arl", "AAA")]
    [InlineData("Bex", "BBB")]
    [InlineData("AAA", "")]
    public void FindsTheRowsWithAValueInTheOrderOfTheFile(string value, string countries)
    {
        var table = CodebookTable.Open(File, ["name"], [])!;
        Assert.Equal(countries, string.Join(' ', new CodebookTableIndex(table, "name", "other_names").With(value).Select(r => r.Text(2))));
    }
}
