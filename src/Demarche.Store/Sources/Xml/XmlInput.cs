using System.Xml;

namespace Demarche.Store.Sources.Xml;

/// <summary>How XML is read here: no DTD is fetched or followed, no entity is expanded, nothing outside the file is touched.</summary>
internal static class XmlInput
{
    /// <summary>A reader of the file; its first bytes are read at once, and may be of no encoding.</summary>
    public static Outcome<XmlReader> Open(string name, Stream stream, ReadingLimits limits)
    {
        try
        {
            return XmlReader.Create(stream, new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Ignore,
                XmlResolver = null,
                MaxCharactersInDocument = limits.UnpackedBytes,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
            });
        }
        catch (XmlException e)
        {
            return SourceDiagnostics.BadXml(name, e.Message);
        }
    }
}
