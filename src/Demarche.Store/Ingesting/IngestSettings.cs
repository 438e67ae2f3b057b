using NodaTime;

namespace Demarche.Store.Ingesting;

/// <summary>How to ingest. Immutable.</summary>
public sealed record IngestSettings
{
    /// <summary>Threads that code, at least 1; the result does not depend on it.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>Day of publication of reports that give none.</summary>
    public LocalDate? Date { get; init; }

    /// <summary>Whether reports that another version of coder or codebook has coded are coded anew; with a <see cref="Date"/>, all are.</summary>
    public bool Recode { get; init; }

    /// <summary>Least confidence of the events that are kept, from 0 to 1; null for what the codebook shows.</summary>
    public double? MinConfidence { get; init; }
}

/// <summary>One input that is done with.</summary>
/// <param name="Input">Its name.</param>
/// <param name="BytesBefore">Bytes of the call's files that were read when it was found.</param>
public sealed record IngestStep(string Input, long BytesBefore)
{
    /// <summary>Its coding, or null where it was known already or failed.</summary>
    public ReportCoding? Coding { get; init; }

    /// <summary>Whether the coding is the first of its report.</summary>
    public bool IsNew { get; init; }

    /// <summary>Why it failed, or null.</summary>
    public Diagnostic? Failure { get; init; }
}

/// <summary>What a run has done.</summary>
/// <param name="New">Reports that were not kept before.</param>
/// <param name="Recoded">Reports that were coded anew.</param>
/// <param name="Known">Inputs that were kept already.</param>
/// <param name="Failed">Inputs that failed.</param>
/// <param name="Events">Events of the new and the recoded reports.</param>
public readonly record struct IngestCounts(int New, int Recoded, int Known, int Failed, int Events)
{
    /// <summary>Whether the run was stopped before its end.</summary>
    public bool Stopped { get; init; }

    internal IngestCounts With(IngestStep step) => step switch
    {
        { Failure: not null } => this with { Failed = Failed + 1 },
        { Coding: null } => this with { Known = Known + 1 },
        { IsNew: true } => this with { New = New + 1, Events = Events + step.Coding.Events.Length },
        _ => this with { Recoded = Recoded + 1, Events = Events + step.Coding.Events.Length },
    };
}
