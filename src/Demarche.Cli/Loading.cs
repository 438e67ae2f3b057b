namespace Demarche.Cli;

/// <summary>Unwraps what was loaded; a failure goes to the user.</summary>
internal static class Loading
{
    /// <summary>The value, or null after its failure was written.</summary>
    public static T? Or<T>(Outcome<T> outcome, Streams streams)
        where T : class
    {
        if (outcome.Failure is { } failure)
        {
            streams.Complain(failure);
        }

        return outcome.Value;
    }

    /// <summary>The engine by a codebook, or null after its failure was written.</summary>
    public static Pipeline? Engine(CodebookFiles files, Streams streams)
    {
        using var ahead = streams.Ahead ?? new EngineAhead();
        return Or(Pipeline.Load(files, ahead.Language), streams);
    }
}
