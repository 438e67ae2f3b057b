namespace Demarche.Store.Sources.Warc;

/// <summary>One record of a web archive that holds a page.</summary>
/// <param name="Address">WARC-Target-URI.</param>
/// <param name="Type">Media type of the page, "text/html".</param>
/// <param name="Charset">The encoding that its sender named, or null.</param>
/// <param name="Body">The page, unpacked.</param>
internal sealed record WarcRecord(string? Address, string Type, string? Charset, byte[] Body);
