using System.Globalization;
using NATS.Client.Core;

namespace Demarche.Cluster.Queue;

/// <summary>A report that workers gave up.</summary>
/// <param name="Number">Its place among those that were given up.</param>
/// <param name="Why">Why it was.</param>
/// <param name="Tries">How often it was begun.</param>
public sealed record ParkedReport(ulong Number, Diagnostic Why, int Tries)
{
    private const string NumberHeader = "Demarche-Number";
    private const string WhereHeader = "Demarche-Where";
    private const string WhatHeader = "Demarche-Reason";
    private const string RemedyHeader = "Demarche-Remedy";
    private const string TriesHeader = "Demarche-Tries";

    /// <summary>The reason, as headers of its message.</summary>
    internal static NatsHeaders Headers(Diagnostic why, int tries) => new()
    {
        [NumberHeader] = why.Number,
        [WhereHeader] = Line(why.Where),
        [WhatHeader] = Line(why.What),
        [RemedyHeader] = Line(why.Remedy),
        [TriesHeader] = tries.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Reads a message of the parked.</summary>
    internal static ParkedReport Of(ulong number, NatsHeaders? headers) => new(
        number,
        new Diagnostic(Value(headers, NumberHeader), Uri.UnescapeDataString(Value(headers, WhereHeader)), Uri.UnescapeDataString(Value(headers, WhatHeader)), Uri.UnescapeDataString(Value(headers, RemedyHeader))),
        int.TryParse(Value(headers, TriesHeader), CultureInfo.InvariantCulture, out var tries) ? tries : 0);

    // A header is one line of ASCII.
    private static string Line(string text) => string.Concat(text.EnumerateRunes().Select(r => r.Value is >= ' ' and < 127 and not '%' ? r.ToString() : Uri.EscapeDataString(r.ToString())));

    private static string Value(NatsHeaders? headers, string name) => headers is not null && headers.TryGetValue(name, out var value) ? value.ToString() : "";
}
