using Demarche.Language;

namespace Demarche.Tests.Language;

public class TreeDrawingTests
{
    [Fact]
    public void Arcs_run_from_heads_to_their_words()
    {
        var sentence = Sentences.Report("Chad/Chad/PROPN/NNP/2/nsubj rejected/reject/VERB/VBD/0/root the/the/DET/DT/5/det new/new/ADJ/JJ/5/amod plan/plan/NOUN/NN/2/obj").Sentences[0];
        Assert.Equal(
            """
            Chad      PROPN ◄─┐      nsubj ← rejected
            rejected  VERB  ──┴───┐  root
            the       DET   ◄───┐ │  det ← plan
            new       ADJ   ◄─┐ │ │  amod ← plan
            plan      NOUN  ◄─┴─┴─┘  obj ← rejected

            """.ReplaceLineEndings("\n"),
            TreeDrawing.Draw(sentence));
    }

    [Fact]
    public void One_word_has_no_arc() =>
        Assert.Equal("Peace  NOUN     root\n", TreeDrawing.Draw(Sentences.Report("Peace/peace/NOUN/NN/0/root").Sentences[0]));
}
