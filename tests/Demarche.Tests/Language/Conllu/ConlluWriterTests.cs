using Demarche.Language;
using Demarche.Language.Conllu;
using Demarche.Reports;

namespace Demarche.Tests.Language.Conllu;

public class ConlluWriterTests
{
    private const string Talks = "They/they/PRON/PRP/4/nsubj did/do/AUX/VBD/4/aux +n't/not/PART/RB/4/advmod agree/agree/VERB/VB/0/root";

    [Fact]
    public void Writes_what_the_reader_reads()
    {
        var parsed = Sentences.Report(Talks, "Why/why/ADV/WRB/0/root ?/?/PUNCT/./1/punct");
        var written = Write(parsed);
        var again = Sentences.Parsed(ConlluReader.Read("test", written).Value!);
        Assert.Equal(parsed.Report.Text, again.Report.Text);
        Assert.Equal(written, Write(again));
        Assert.Equal(parsed.Sentences[0].Multiwords, again.Sentences[0].Multiwords);
    }

    [Fact]
    public void A_fused_word_stands_on_its_own_line()
    {
        var lines = Write(Sentences.Report(Talks)).Split('\n');
        Assert.Equal("# newdoc id = test", lines[0]);
        Assert.Equal("# newpar", lines[1]);
        Assert.Equal("# sent_id = 1", lines[2]);
        Assert.Equal("# text = They didn't agree", lines[3]);
        Assert.Equal("2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\tstart_char=5|end_char=11", lines[5]);
        Assert.Equal("3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\tstart_char=8|end_char=11", lines[7]);
    }

    [Fact]
    public void Words_are_written_as_read_and_names_are_marked()
    {
        // Read as “Chad’s” + zero-width blank; mended to "Chad's".
        const string AsRead = "Chad’s\u200B aide, 😀 left";
        var mended = RepairedText.Mended(
            "Chad's aide, 😀 left", [0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20], [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21], []);
        var section = new Section(SectionKind.Paragraph, new Span(0, AsRead.Length));
        var table = new TokenTable(
            [new(0, 4), new(4, 6), new(8, 12), new(12, 13), new(14, 16), new(17, 21)],
            ["Chad", "'s", "aide", ",", "😀", "left"],
            ["Chad", "'s", "aide", ",", "😀", "leave"],
            [Upos.PROPN, Upos.PART, Upos.NOUN, Upos.PUNCT, Upos.SYM, Upos.VERB],
            ["NNP", "POS", "NN", ",", "NFP", "VBD"],
            [2, 0, 5, 2, 2, -1],
            ["nmod:poss", "case", "nsubj", "punct", "discourse", "root"]);
        var sentence = new Sentence(0, section, table, [new Multiword(0, 1, "Chad's")]) { Entities = [new Entity(0, 0, EntityKind.Place)] };
        var lines = Write(new ParsedReport(new Report("r", AsRead, mended, [section]), [sentence], [])).Split('\n');
        Assert.Equal("1-2\tChad’s\u200B\t_\t_\t_\t_\t_\t_\t_\tstart_char=0|end_char=6", lines[4]);
        Assert.Equal("1\tChad\tChad\tPROPN\tNNP\t_\t3\tnmod:poss\t_\tstart_char=0|end_char=4|NER=B-Place", lines[5]);
        Assert.Equal("3\taide\taide\tNOUN\tNN\t_\t6\tnsubj\t_\tstart_char=8|end_char=12|SpaceAfter=No", lines[7]);
        Assert.Equal("6\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\tstart_char=16|end_char=20|SpaceAfter=No", lines[10]);
    }

    private static string Write(ParsedReport parsed)
    {
        using var output = new StringWriter();
        ConlluWriter.Write(parsed, output);
        return output.ToString();
    }
}
