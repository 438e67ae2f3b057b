using Demarche.Language.Network;
using Demarche.Training.Network;

namespace Demarche.Training;

/// <summary>How the network is trained.</summary>
public sealed record TrainingOptions
{
    /// <summary>Sizes of the network.</summary>
    internal NetworkShape Shape { get; init; } = new();

    /// <summary>What every random choice follows from.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Times that the treebanks are gone through.</summary>
    public int Epochs { get; init; } = 40;

    /// <summary>Words of a step.</summary>
    public int BatchWords { get; init; } = 1000;

    /// <summary>Share of the sentences with names that each epoch goes through.</summary>
    public float NamesShare { get; init; } = 0.4f;

    /// <summary>What a word counts whose tree is a teacher's, which is right about nine times in ten.</summary>
    public float TaughtWeight { get; init; } = 0.3f;

    /// <summary>Highest learning rate.</summary>
    public float Rate { get; init; } = 2e-3f;

    /// <summary>Steps over which the learning rate rises.</summary>
    public int WarmSteps { get; init; } = 300;

    /// <summary>Steps between lines of progress.</summary>
    public int LogEvery { get; init; } = 100;

    /// <summary>Shares that are dropped.</summary>
    public DropoutShares Dropout { get; init; } = new(Word: 0.2f, Input: 0.3f, Recurrent: 0.3f, Layer: 0.4f);

    /// <summary>Checkpoint of an earlier, finished training of the same corpus and sizes whose parameters are the first ones; null for random ones.</summary>
    public string? StartFrom { get; init; }

    /// <summary>File to go on from and to save to; null for none.</summary>
    public string? Checkpoint { get; init; }
}
