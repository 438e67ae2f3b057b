using System.Net;

namespace Demarche.Reports.Repairs;

/// <summary>Finds HTML entities that were left in plain text: "&amp;quot;", "&amp;#39;".</summary>
internal static class EntityRepair
{
    private const int LongestEntity = 10;   // "&thetasym;" and "&#x1F1FA;"

    public static List<Edit> Find(string text)
    {
        var edits = new List<Edit>();
        for (var at = text.IndexOf('&', StringComparison.Ordinal); at >= 0; at = text.IndexOf('&', at + 1))
        {
            var end = text.AsSpan(at, Math.Min(LongestEntity, text.Length - at)).IndexOf(';');
            if (end < 2)
            {
                continue;
            }

            var entity = text.Substring(at, end + 1);
            var meant = WebUtility.HtmlDecode(entity);
            if (meant != entity && !meant.Contains('\0', StringComparison.Ordinal))
            {
                edits.Add(new Edit(new Span(at, at + entity.Length), meant, RepairKind.Entity));
                at += end;
            }
        }

        return edits;
    }
}
