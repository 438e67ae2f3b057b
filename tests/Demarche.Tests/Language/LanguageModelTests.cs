using Demarche.Language;
using Demarche.Language.Conllu;
using Demarche.Language.Trained;
using Demarche.Tests.Language.Words;

namespace Demarche.Tests.Language;

public sealed class LanguageModelTests(LanguageModelTests.Shipped shipped) : IClassFixture<LanguageModelTests.Shipped>
{
    private const string Talks = "The minister didn't meet Iran's envoy in Nairobi on Monday. He rejected the plan.";

    [Fact]
    public void Reads_a_report_into_trees()
    {
        var parsed = shipped.Model.Parse(ShippedWords.Plain(Talks));
        Assert.Equal(2, parsed.Sentences.Length);
        var (met, rejected) = (parsed.Sentences[0].Root, parsed.Sentences[1].Root);
        Assert.Equal(("meet", Upos.VERB), (met.Lemma, met.Tag));
        Assert.Equal("minister", met.Child("nsubj")?.Form);
        Assert.Equal("envoy", met.Child("obj")?.Form);
        Assert.Equal("reject", rejected.Lemma);
        Assert.Equal("plan", rejected.Child("obj")?.Form);
        Assert.Empty(parsed.Notes);
    }

    [Fact]
    public void Keeps_the_words_that_it_is_given()
    {
        const string Given = "1\tThe\t_\t_\t_\t_\t_\t_\t_\t_\n2\tU.S.-led\t_\t_\t_\t_\t_\t_\t_\t_\n3\tforce\t_\t_\t_\t_\t_\t_\t_\t_\n4\tleft\t_\t_\t_\t_\t_\t_\t_\t_\n";
        var parsed = shipped.Model.Parse(ConlluReader.Read("given", Given).Value!);
        var sentence = Assert.Single(parsed.Sentences);
        Assert.Equal(["The", "U.S.-led", "force", "left"], Enumerable.Range(0, sentence.Count).Select(i => sentence[i].Form));
        Assert.Equal("left", sentence.Root.Form);
    }

    [Fact]
    public void Threads_do_not_change_the_parse()
    {
        var report = ShippedWords.Plain(string.Join(' ', Enumerable.Repeat(Talks, 20)));
        var alone = Write(shipped.Model.Parse(report));
        Assert.All(Enumerable.Range(0, 8).AsParallel().Select(_ => Write(shipped.Model.Parse(report))).ToArray(), w => Assert.Equal(alone, w));
    }

    [Fact]
    public void A_model_without_one_of_its_parts_is_a_failure()
    {
        var whole = ShippedModel.Read().Value!;
        foreach (var missing in new[] { "tokenizer", "lemmas", "network/shape" })
        {
            var parts = whole.Parts.Where(p => p != missing).ToDictionary(p => p, p => whole.Part(p)!.Value);
            Assert.Equal("DEM201", LanguageModel.Load(new ModelFile("cut", parts)).Failure?.Number);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    public void A_text_without_words_has_no_sentence(string text) => Assert.Empty(shipped.Model.Parse(ShippedWords.Plain(text)).Sentences);

    private static string Write(ParsedReport parsed)
    {
        using var output = new StringWriter();
        ConlluWriter.Write(parsed, output);
        return output.ToString();
    }

    public sealed class Shipped
    {
        public LanguageModel Model { get; } = LanguageModel.Load().Value!;
    }
}
