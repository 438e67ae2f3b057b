using Demarche.Language;

namespace Demarche.Cli;

/// <summary>The part of the engine that hangs on no option, on its way from the moment that a command is named: reading the rest of the line takes a tenth of a start.</summary>
internal sealed class EngineAhead : IDisposable
{
    private readonly GarbagePause _pause = new();

    /// <summary>The trained model.</summary>
    public Task<Outcome<LanguageModel>> Language { get; } = LanguageModel.LoadAhead();

    /// <summary>Ends the pause of the search for garbage; the model is loaded to its end.</summary>
    public void Dispose() => _pause.Dispose();
}
