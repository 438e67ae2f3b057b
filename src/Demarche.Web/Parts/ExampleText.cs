namespace Demarche.Web.Parts;

/// <summary>A report to try with, in our own words.</summary>
internal static class ExampleText
{
    /// <summary>Its text.</summary>
    public const string Report = """
        Norway and Chile agree to survey southern waters

        OSLO, March 3 (Demarche Wire) -- Norwegian Foreign Minister Espen Barth Eide met his Chilean counterpart on Tuesday and agreed to send a joint research vessel to the Southern Ocean next year.

        "We will not accept any drilling there," Eide told reporters. Chile has demanded that Russia withdraw two survey ships from the area. Moscow rejected the demand and warned that it would expel Chilean scientists.
        """;
}
