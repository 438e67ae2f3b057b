using System.Collections.Immutable;
using Demarche.Reports;
using NodaTime;

namespace Demarche.Store;

/// <summary>A report as it is kept. Immutable.</summary>
/// <param name="Hash">Content hash: 32 hexadecimal digits over text, outlet, address and day as they were read.</param>
/// <param name="Name">The input that it came from.</param>
/// <param name="Text">The text as read; every offset points into it.</param>
public sealed record StoredReport(string Hash, string Name, string Text)
{
    /// <summary>Its headline, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Who published it, or null.</summary>
    public string? Outlet { get; init; }

    /// <summary>Its address, or null.</summary>
    public string? Url { get; init; }

    /// <summary>Day of publication, where the user or the report gives it.</summary>
    public LocalDate? Published { get; init; }

    /// <summary>The first day on which it can have been written, or null.</summary>
    public LocalDate? Earliest { get; init; }

    /// <summary>The last such day, or null.</summary>
    public LocalDate? Latest { get; init; }

    /// <summary>Its sections, as spans of <see cref="Text"/> in UTF-16 units.</summary>
    public ImmutableArray<Section> Sections { get; init; } = [];

    /// <summary>Its sentences in reading order, as spans of <see cref="Text"/> in UTF-16 units.</summary>
    public ImmutableArray<Span> Sentences { get; init; } = [];

    /// <summary>When it was last coded.</summary>
    public Instant CodedAt { get; init; }

    /// <summary>Name and version of what coded it.</summary>
    public string Coder { get; init; } = "";

    /// <summary>Version of the codebook that it was coded by: hexadecimal digits over its files.</summary>
    public string Codebook { get; init; } = "";
}

/// <summary>A report of the store, in short.</summary>
/// <param name="Hash">Content hash.</param>
/// <param name="Coder">Name and version of what coded it last.</param>
/// <param name="Codebook">Version of the codebook of that coding.</param>
public readonly record struct KnownReport(string Hash, string Coder, string Codebook);

/// <summary>One coding of a report.</summary>
/// <param name="Coder">Name and version of what coded it.</param>
/// <param name="Codebook">Version of the codebook.</param>
/// <param name="CodedAt">When.</param>
/// <param name="Events">How many events it gave.</param>
/// <param name="IsPresent">Whether it is the one that is asked; the events of a past one are kept as they were.</param>
public sealed record StoredCoding(string Coder, string Codebook, Instant CodedAt, int Events, bool IsPresent);

/// <summary>An input that could not be read or coded.</summary>
/// <param name="Input">Its name: path, with what stands inside.</param>
/// <param name="Number">Number of the message, "DEM103".</param>
/// <param name="Reason">What is wrong.</param>
/// <param name="Tries">How often it was tried.</param>
/// <param name="LastTried">When it was last tried.</param>
public sealed record ReportFailure(string Input, string Number, string Reason, int Tries, Instant LastTried);

/// <summary>A report that holds the words that were searched for.</summary>
/// <param name="Hash">Content hash.</param>
/// <param name="Name">The input that it came from.</param>
/// <param name="Title">Its headline, or null.</param>
/// <param name="Outlet">Who published it, or null.</param>
/// <param name="Published">Day of publication, or null.</param>
/// <param name="Score">How well it fits (BM25); comparable within one search only.</param>
/// <param name="Sentence">Its sentence that fits best.</param>
/// <param name="Events">How many events it holds.</param>
public sealed record ReportHit(string Hash, string Name, string? Title, string? Outlet, LocalDate? Published, double Score, string Sentence, int Events);

/// <summary>How much a store keeps.</summary>
/// <param name="Reports">Reports.</param>
/// <param name="Events">Events of present codings.</param>
/// <param name="Failures">Inputs that failed.</param>
/// <param name="Corrections">Corrections.</param>
public sealed record StoreCounts(long Reports, long Events, long Failures, long Corrections);
