using Demarche.Language;
using Demarche.Language.Network;
using Demarche.Language.Trained;
using Demarche.Training;
using Demarche.Training.Data;
using Demarche.Training.Network;

namespace Demarche.Tests.Training;

public class NetworkTrainerTests
{
    private static readonly TrainingOptions Options = new()
    {
        Shape = new NetworkShape { Vector = 0, Word = 16, Piece = 32, PieceRows = 1024, Layers = 2, Hidden = 32, Arc = 32, Relation = 32 },
        Epochs = 200,
        BatchWords = 20,
        NamesShare = 1,
        Rate = 5e-3f,
        WarmSteps = 20,
        Dropout = new DropoutShares(0.05f, 0.05f, 0.05f, 0.05f),
    };

    [Fact]
    public void LearnsATinyTreebankByHeart()
    {
        var corpus = TinyCorpus.Read();
        var annotator = Annotator.Load(Train(Options)).Value!;
        var scores = DevScores.Trees("tiny", corpus.Train, annotator);
        Assert.Equal(1, scores.Labelled, 3);
        Assert.Equal(1, scores.PennTags, 3);
        Assert.Equal(1, DevScores.Names(corpus.Names, annotator), 3);
    }

    [Fact]
    public void GivesTheSameModelForTheSameSeed()
    {
        var few = Options with { Epochs = 2 };
        Assert.Equal(Train(few).Write(), Train(few).Write());
        Assert.NotEqual(Train(few).Write(), Train(few with { Seed = 2 }).Write());
    }

    [Fact]
    public void WritesAFinishedTrainingAgain()
    {
        var path = Path.GetTempFileName();
        File.Delete(path);
        try
        {
            var first = Train(Options with { Epochs = 1, Checkpoint = path });
            Assert.Equal(first.Write(), Train(Options with { Epochs = 1, Checkpoint = path }).Write());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void GoesOnFromACheckpoint()
    {
        var path = Path.GetTempFileName();
        File.Delete(path);
        try
        {
            var whole = new List<byte[]>();
            var straight = new NetworkTrainer(Options with { Epochs = 3 }, TinyCorpus.Read(), Lexicon.Build(TinyCorpus.Read(), null, []));
            straight.Train(_ => { }, (parts, _) => whole.Add(new ModelFile("x", parts).Write()));

            var broken = new NetworkTrainer(Options with { Epochs = 3, Checkpoint = path }, TinyCorpus.Read(), Lexicon.Build(TinyCorpus.Read(), null, []));
            var saved = 0;
            Assert.Throws<OperationCanceledException>(() => broken.Train(_ => { }, (_, _) =>
            {
                if (++saved == 3)
                {
                    throw new OperationCanceledException();   // after the second epoch's checkpoint
                }
            }));

            byte[] resumed = [];
            var second = new NetworkTrainer(Options with { Epochs = 3, Checkpoint = path }, TinyCorpus.Read(), Lexicon.Build(TinyCorpus.Read(), null, []));
            second.Train(_ => { }, (parts, _) => resumed = new ModelFile("x", parts).Write());
            Assert.Equal(whole[^1], resumed);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static ModelFile Train(TrainingOptions options)
    {
        var corpus = TinyCorpus.Read();
        ModelFile? model = null;
        new NetworkTrainer(options, corpus, Lexicon.Build(corpus, null, [])).Train(_ => { }, (parts, _) => model = new ModelFile("tiny", parts));
        return model!;
    }
}
