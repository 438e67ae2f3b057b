using System.Xml;

namespace Demarche.Store.Sources.Xml;

/// <summary>How XML is read here: no DTD is fetched or followed, no entity is expanded, nothing outside the file is touched.</summary>
internal static class XmlInput
{
    /// <summary>A reader of the file.</summary>
    public static XmlReader Open(Stream stream, ReadingLimits limits) => XmlReader.Create(stream, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersInDocument = limits.UnpackedBytes,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    });
}
