namespace Demarche.Reports.Repairs;

/// <summary>The repairs that need no word: encoding, entities, signs, blanks, in the order in which damage was done last.</summary>
internal static class CharacterRepairs
{
    /// <summary>Text may pass through wrong hands twice ("&amp;amp;quot;"), hardly ever more often.</summary>
    private const int MostRounds = 3;

    public static Mending Apply(Mending text)
    {
        text = Repeat(text, MojibakeRepair.Find);
        text = Repeat(text, EntityRepair.Find);
        text = text.Apply(TypographyRepair.Find(text.Text));
        return text.Apply(BlankRepair.FindDoubled(text.Text));
    }

    private static Mending Repeat(Mending text, Func<string, List<Edit>> find)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var edits = find(text.Text);
            if (edits.Count == 0)
            {
                break;
            }

            text = text.Apply(edits);
        }

        return text;
    }
}
