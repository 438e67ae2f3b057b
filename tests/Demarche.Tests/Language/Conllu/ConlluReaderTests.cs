using Demarche.Language;
using Demarche.Language.Conllu;

namespace Demarche.Tests.Language.Conllu;

public class ConlluReaderTests
{
    private const string Sample =
        "# newpar\n# text = They didn't go.\n" +
        "1\tThey\tthey\tPRON\tPRP\t_\t4\tnsubj\t_\t_\n" +
        "2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n" +
        "2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_\n" +
        "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n" +
        "3.1\tmaybe\t_\t_\t_\t_\t_\t_\t_\t_\n" +
        "4\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n" +
        "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n\n" +
        "1\tWhy\twhy\tADV\tWRB\t_\t0\troot\t_\tSpaceAfter=No\n" +
        "2\t?\t?\tPUNCT\t.\t_\t1\tpunct\t_\t_\n";

    [Fact]
    public void Reads_words_fused_words_and_comments()
    {
        var read = ConlluReader.Read("a.conllu", Sample).Value!;
        Assert.Equal("They didn't go. Why?\n\n", read.Report.Text);
        var sentence = read.Sentences[0];
        Assert.Equal(["They", "did", "n't", "go", "."], sentence.Words.Forms);
        Assert.Equal([new Multiword(1, 2, "didn't")], sentence.Words.Multiwords);
        Assert.Equal(["newpar", "text = They didn't go."], sentence.Comments);
        Assert.Equal(new Span(8, 11), sentence.Words.Spans[2]);
        Assert.Equal([3, 3, 3, -1, 3], sentence.Columns.Heads);
    }

    [Theory]
    [InlineData("1\tThey\tthey\n", "bad:1", "3 columns")]
    [InlineData("# text = x\n2\tThey\tthey\tPRON\tPRP\t_\t0\troot\t_\t_\n", "bad:2", "number '2'")]
    [InlineData("1\tThey\tthey\tPRONOUN\tPRP\t_\t0\troot\t_\t_\n", "bad:1", "PRONOUN")]
    [InlineData("1\tThey\tthey\tPRON\tPRP\t_\tx\troot\t_\t_\n", "bad:1", "head")]
    [InlineData("1\tThey\tthey\tPRON\tPRP\t_\t7\tnsubj\t_\t_\n\n", "bad:2", "head of word 1 is 7")]
    [InlineData("1-2\tcannot\t_\t_\t_\t_\t_\t_\t_\t_\n1\tcan\tcan\tAUX\tMD\t_\t0\troot\t_\t_\n\n", "bad:3", "goes on to word 2")]
    [InlineData("# only a comment\n", "bad:2", "no word")]
    [InlineData("", "bad:1", "no word")]
    public void A_bad_file_gives_one_complaint_with_its_line(string text, string where, string what)
    {
        var failure = ConlluReader.Read("bad", text).Failure!;
        Assert.Equal("DEM203", failure.Number);
        Assert.Equal(where, failure.Where);
        Assert.Contains(what, failure.What, StringComparison.Ordinal);
    }
}
