using System.Text;

namespace Demarche.Training.Ranker;

/// <summary>A marked sentence with the class of its relation.</summary>
/// <param name="Id">Its id in the data set, or "" for one of ours.</param>
/// <param name="Class">Class of the relation benchmark.</param>
/// <param name="Marked">The sentence with its marks.</param>
public sealed record LabelledSentence(string Id, string Class, string Marked)
{
    /// <summary>Reads a tab-separated table with a heading that names the columns "event" (or "type") and "marked_sentence" (or "sentence").</summary>
    /// <remarks>A field may be quoted as in RFC 4180: a quote inside it is doubled, and tabs and line ends may stand in it.</remarks>
    public static List<LabelledSentence> Read(string path)
    {
        var records = Records(File.ReadAllText(path)).ToList();
        var heading = records[0];
        int id = heading.IndexOf("id"), type = Math.Max(heading.IndexOf("event"), heading.IndexOf("type"));
        var sentence = Math.Max(heading.IndexOf("marked_sentence"), heading.IndexOf("sentence"));
        return [.. records.Skip(1).Where(r => r.Count == heading.Count).Select(r => new LabelledSentence(id < 0 ? "" : r[id], r[type], r[sentence]))];
    }

    private static IEnumerable<List<string>> Records(string text)
    {
        var record = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '"' when quoted && i + 1 < text.Length && text[i + 1] == '"':
                    field.Append('"');
                    i++;
                    break;
                case '"' when quoted || field.Length == 0:
                    quoted = !quoted;
                    break;
                case '\t' when !quoted:
                    record.Add(field.ToString());
                    field.Clear();
                    break;
                case '\n' when !quoted:
                    record.Add(field.ToString().TrimEnd('\r'));
                    field.Clear();
                    yield return record;
                    record = [];
                    break;
                default:
                    field.Append(c);
                    break;
            }
        }

        if (field.Length > 0 || record.Count > 0)
        {
            record.Add(field.ToString());
            yield return record;
        }
    }
}
