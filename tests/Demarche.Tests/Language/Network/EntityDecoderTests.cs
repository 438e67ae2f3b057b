using CsCheck;
using Demarche.Language;
using Demarche.Language.Network;

namespace Demarche.Tests.Language.Network;

public class EntityDecoderTests
{
    private static readonly EntityDecoder Decoder = new(EntityLabel.All);

    [Fact]
    public void ReadsLabelsThatFit() => Assert.Equal(
        [new Entity(1, 3, EntityKind.Person), new Entity(4, 4, EntityKind.Place)],
        Decoder.Decode(Scores("O", "BPerson", "IPerson", "EPerson", "SPlace", "O"), 6));

    [Fact]
    public void NeverEndsInsideAName() => Assert.Empty(Decoder.Decode(Scores("O", "BPerson"), 2));

    [Fact]
    public void KeepsOneKindThroughoutAName()
    {
        var names = Decoder.Decode(Scores("BPerson", "IPlace", "EPerson"), 3);
        Assert.Equal([new Entity(0, 2, EntityKind.Person)], names);
    }

    [Fact]
    public void FindsNamesInOrderWithoutOverlap() =>
        Gen.Int[1, 12].SelectMany(words => Gen.Float[-2, 2].Array[words * EntityLabel.All.Length].Select(scores => (words, scores))).Sample(sample =>
        {
            var next = 0;
            foreach (var entity in Decoder.Decode(sample.scores, sample.words))
            {
                Assert.InRange(entity.First, next, entity.Last);
                next = entity.Last + 1;
            }

            Assert.True(next <= sample.words);
        });

    private static float[] Scores(params string[] labels) =>
        [.. labels.SelectMany(label => EntityLabel.All.Select(l => (l.Place == 'O' ? "O" : $"{l.Place}{l.Kind}") == label ? 3f : 0f))];
}
