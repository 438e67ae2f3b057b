using System.Diagnostics;
using System.Globalization;
using Demarche.Language;
using Demarche.Language.Network;
using Demarche.Language.Trained;
using Demarche.Training.Data;

namespace Demarche.Training.Network;

/// <summary>Trains the network. The same corpus, options and seed give the same parameters, on any number of cores.</summary>
public sealed class NetworkTrainer
{
    private const int Shards = 2;
    private readonly TrainingOptions _options;
    private readonly Corpus _corpus;
    private readonly Lexicon _lexicon;
    private readonly NetworkParameters _parameters;
    private readonly Adam _adam;
    private readonly NetworkPass[] _passes;
    private readonly Example[] _trees;
    private readonly Example[] _names;

    /// <summary>Gets ready to train.</summary>
    /// <param name="options">How.</param>
    /// <param name="corpus">From what.</param>
    /// <param name="lexicon">The words of the corpus.</param>
    /// <param name="teacher">An earlier model that draws trees for the sentences with names; null for none.</param>
    public NetworkTrainer(TrainingOptions options, Corpus corpus, Lexicon lexicon, Annotator? teacher = null)
    {
        _options = options;
        _corpus = corpus;
        _lexicon = lexicon;
        var shape = corpus.Shape(options.Shape);
        _parameters = new NetworkParameters(shape, lexicon.WordRows, Shards, options.Seed);
        _adam = new Adam(_parameters);
        var index = new WordIndex(lexicon.Slots);
        var vectors = new QuantizedTable(shape.Vector, lexicon.Vectors, lexicon.Scales);
        _passes = [.. Enumerable.Range(0, Shards).Select(shard => new NetworkPass(_parameters, index, vectors, shard))];
        (_trees, _names) = corpus.Examples(shape, teacher);
    }

    /// <summary>Trains to the end, from the checkpoint where there is one.</summary>
    /// <param name="log">Takes a line of progress now and then.</param>
    /// <param name="save">Takes the parts of the model after each epoch, with its scores.</param>
    public void Train(Action<string> log, Action<Dictionary<string, ReadOnlyMemory<byte>>, string> save)
    {
        if (_options.StartFrom is { } start)
        {
            Checkpoint.Read(start, _parameters, _adam);
        }

        var epoch = _options.Checkpoint is { } path && File.Exists(path) ? Checkpoint.Read(path, _parameters, _adam) : 0;
        log($"{_trees.Length} sentences of treebanks, {_names.Length} with names; from epoch {epoch + 1} to {_options.Epochs}");
        if (epoch >= _options.Epochs)
        {
            Save(epoch, log, save);   // a finished training is only written again
        }

        for (; epoch < _options.Epochs; epoch++)
        {
            TrainEpoch(epoch, log);
            Save(epoch + 1, log, save);
            if (_options.Checkpoint is { } target)
            {
                Checkpoint.Write(target, _parameters, _adam, epoch + 1);
            }
        }
    }

    private void Save(int epoch, Action<string> log, Action<Dictionary<string, ReadOnlyMemory<byte>>, string> save)
    {
        _adam.SettleAverages();
        var parts = ModelWriter.Write(_parameters, _lexicon);
        var scores = Score(new ModelFile("in training", parts));
        log($"epoch {epoch}: {scores}");
        save(parts, scores);
    }

    private void TrainEpoch(int epoch, Action<string> log)
    {
        var dice = new Dice(_options.Seed, epoch);
        var batches = Batches.Deal(_trees, _options.BatchWords, dice);
        var names = Batches.Deal(_names, _options.BatchWords, dice);
        var all = batches.Concat(names.Take((int)(names.Count * _options.NamesShare))).ToArray();
        dice.Shuffle(all.AsSpan());
        var losses = default(Losses);
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < all.Length; i++)
        {
            losses += Step(all[i], epoch, i);
            _adam.Step(RateAt(epoch + ((float)i / all.Length)));
            if (i % _options.LogEvery == _options.LogEvery - 1)
            {
                log(string.Create(CultureInfo.InvariantCulture,
                    $"epoch {epoch + 1} step {i + 1}/{all.Length} {losses.Words / clock.Elapsed.TotalSeconds:F0} words/s; loss a word: tags {losses.Tags / losses.Words:F3} penn {losses.PennTags / losses.Words:F3} arcs {losses.Arcs / losses.Words:F3} relations {losses.Relations / losses.Words:F3} names {losses.Entities / losses.Words:F3}"));
                losses = default;
                clock.Restart();
            }
        }
    }

    private Losses Step(Example[] batch, int epoch, int step)
    {
        var losses = new Losses[Shards];
        Parallel.For(0, Shards, shard =>
        {
            var dice = new Dice(_options.Seed, epoch, step, shard);
            var examples = batch.Where((_, i) => i % Shards == shard).Select(e => Variation.Vary(e, dice)).OrderByDescending(e => e.Forms.Length).ToArray();
            if (examples.Length > 0)
            {
                losses[shard] = _passes[shard].Run(examples, 1f / _options.BatchWords, _options.TaughtWeight, _options.Dropout, dice);
            }
        });
        return losses[0] + losses[1];
    }

    // A short rise, then half a cosine down to almost nothing.
    private float RateAt(float epoch)
    {
        var warm = Math.Min(1, (_adam.Steps + 1f) / _options.WarmSteps);
        return _options.Rate * warm * (0.01f + (0.99f * 0.5f * (1 + MathF.Cos(MathF.PI * epoch / _options.Epochs))));
    }

    private string Score(ModelFile model)
    {
        var annotator = Annotator.Load(model).Value!;
        var trees = _corpus.Dev.Select(d => DevScores.Trees(d.Name, d.Sentences, annotator).ToString());
        var clock = Stopwatch.StartNew();
        var names = DevScores.Names(_corpus.HeldOutNames, annotator);
        var speed = _corpus.HeldOutNames.Sum(s => s.Forms.Length) / clock.Elapsed.TotalSeconds;
        return string.Create(CultureInfo.InvariantCulture, $"{string.Join("; ", trees)}; names F1 {names:P2} ({speed:F0} words/s)");
    }
}
