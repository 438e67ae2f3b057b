using Demarche.Coding;
using Spectre.Console;

namespace Demarche.Cli.Output;

/// <summary>Colours of quads: cooperation blue to green, conflict yellow to red; the words say the same without them.</summary>
internal static class EventColours
{
    /// <summary>The colour of a quad.</summary>
    public static Color Of(Quad quad) => quad switch
    {
        Quad.VerbalCooperation => Color.Aqua,
        Quad.MaterialCooperation => Color.Green,
        Quad.VerbalConflict => Color.Yellow,
        _ => Color.Red,
    };
}
