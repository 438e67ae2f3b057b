using System.Collections.Immutable;
using NodaTime;

namespace Demarche.Store;

/// <summary>What is asked of the reports. A field that is null asks nothing. Immutable.</summary>
public sealed record ReportQuery
{
    /// <summary>A part of its title or of its name, whatever the letter case.</summary>
    public string? Text { get; init; }

    /// <summary>Who published it, whatever the letter case.</summary>
    public string? Outlet { get; init; }

    /// <summary>Published, or possibly written, on this day or later.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Published, or possibly written, on this day or earlier.</summary>
    public LocalDate? To { get; init; }

    /// <summary>The start of the name of what coded it, whatever the letter case.</summary>
    public string? Coder { get; init; }

    /// <summary>The <see cref="ReportPage.Next"/> of an earlier page, or null for the first.</summary>
    public long? After { get; init; }

    /// <summary>The most reports of a page, or null for 100.</summary>
    public int? Limit { get; init; }
}

/// <summary>Some of the reports that were asked for.</summary>
/// <param name="Reports">The reports, the latest to come first.</param>
/// <param name="Next">What to ask for next as <see cref="ReportQuery.After"/>, or null where these are the last.</param>
public sealed record ReportPage(ImmutableArray<ReportSummary> Reports, long? Next);

/// <summary>A report in short.</summary>
/// <param name="Hash">Content hash.</param>
/// <param name="Name">The input that it came from.</param>
/// <param name="Title">Its headline, or null.</param>
/// <param name="Outlet">Who published it, or null.</param>
/// <param name="Url">Its address, or null.</param>
/// <param name="Published">Day of publication, or null.</param>
/// <param name="Earliest">The first day on which it can have been written, or null.</param>
/// <param name="Latest">The last such day, or null.</param>
/// <param name="Words">How long it is.</param>
/// <param name="Events">How many events it holds, rejected ones left out.</param>
/// <param name="Coder">Name and version of what coded it.</param>
/// <param name="Codebook">Version of the codebook.</param>
/// <param name="CodedAt">When.</param>
public sealed record ReportSummary(
    string Hash, string Name, string? Title, string? Outlet, string? Url, LocalDate? Published, LocalDate? Earliest, LocalDate? Latest, int Words, long Events,
    string Coder, string Codebook, Instant CodedAt);
