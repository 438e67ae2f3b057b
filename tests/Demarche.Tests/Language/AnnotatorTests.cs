using Demarche.Language;
using Demarche.Language.Trained;

namespace Demarche.Tests.Language;

public class AnnotatorTests
{
    private static readonly Lazy<Annotator> Shipped = new(() => Annotator.Load(ShippedModel.Read().Value!).Value!);

    private static readonly string[][] Sentences =
    [
        "The minister met his Turkish counterpart in Ankara on Tuesday .".Split(' '),
        "Talks were suspended .".Split(' '),
        [],
        "Norway 's prime minister , Kari Holm , said the two countries would sign a treaty next month .".Split(' '),
        ["Stop"],
    ];

    [Fact]
    public void ReadsSubjectObjectAndNames()
    {
        var read = Shipped.Value.Annotate(Sentences)[0];
        Assert.Equal((2, "nsubj"), (read.Heads[1], read.Relations[1]));
        Assert.Equal((2, "obj"), (read.Heads[5], read.Relations[5]));
        Assert.Equal((-1, "root"), (read.Heads[2], read.Relations[2]));
        Assert.Equal((Upos.VERB, "VBD"), (read.Tags[2], read.PennTags[2]));
        Assert.Contains(new Entity(7, 7, EntityKind.Place), read.Entities);
        Assert.Contains(new Entity(4, 4, EntityKind.Nationality), read.Entities);
    }

    [Fact]
    public void TellsAPassiveSubject() => Assert.Equal("nsubj:pass", Shipped.Value.Annotate(Sentences)[1].Relations[0]);

    [Fact]
    public void TakesSentencesWithoutWords() => Assert.Empty(Shipped.Value.Annotate(Sentences)[2].Heads);

    [Fact]
    public void GivesTheSameAnnotationInAnyCompany()
    {
        var together = Shipped.Value.Annotate([.. Enumerable.Repeat(Sentences, 40).SelectMany(s => s)]);
        for (var i = 0; i < Sentences.Length; i++)
        {
            AssertSame(Shipped.Value.Annotate([Sentences[i]])[0], together[i + (Sentences.Length * 7)]);
        }
    }

    [Fact]
    public void GivesTheSameAnnotationOnAnyThread()
    {
        var expected = Shipped.Value.Annotate(Sentences);
        var found = new Annotation[24][];
        Parallel.For(0, found.Length, i => found[i] = Shipped.Value.Annotate(Sentences));
        Assert.All(found, annotations => Assert.All(expected.Zip(annotations), pair => AssertSame(pair.First, pair.Second)));
    }

    [Fact]
    public void RefusesAModelWithoutANetwork() =>
        Assert.Equal("DEM201", Annotator.Load(new ModelFile("empty", new Dictionary<string, ReadOnlyMemory<byte>>())).Failure?.Number);

    private static void AssertSame(Annotation expected, Annotation found)
    {
        Assert.Equal(expected.Tags, found.Tags);
        Assert.Equal(expected.PennTags, found.PennTags);
        Assert.Equal(expected.Heads, found.Heads);
        Assert.Equal(expected.Relations, found.Relations);
        Assert.Equal(expected.Entities, found.Entities);
    }
}
