namespace Demarche.Reports.Layout;

/// <summary>The parts of a caption.</summary>
/// <param name="Text">The text under the photo, without its credit; empty where the credit stands alone.</param>
/// <param name="Credit">Who is credited, where one is named.</param>
internal readonly record struct Caption(Span Text, string? Credit);

/// <summary>Tells the text under a photo from a paragraph, by the credit at its end or by its opening words.</summary>
/// <param name="words">Credit words, agencies and openings.</param>
internal sealed class CaptionReader(ReportWords words)
{
    private const int MostCreditWords = 10;

    /// <summary>The caption that a paragraph is, or null.</summary>
    /// <param name="text">The text.</param>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="opensReport">Whether it stands where a lone agency in brackets credits a photo, and does not sign a story off.</param>
    public Caption? Read(string text, Span paragraph, bool opensReport)
    {
        var line = paragraph.In(text);
        var tail = Bracketed(line);
        if (tail < 0 || !IsCredit(Inside(line[tail..]), opensReport))
        {
            tail = Unbracketed(line);
        }

        var opened = OpeningLength(line);
        if (tail < 0)
        {
            return opened > 0 || NamesPlaces(line) ? new Caption(TextLine.Trim(text, new Span(paragraph.Start + opened, paragraph.End)), null) : null;
        }

        var end = paragraph.Start + tail;
        while (end > paragraph.Start && text[end - 1] is ' ' or '|' or '-' or '/' or '(')
        {
            end--;
        }

        return new Caption(new Span(Math.Min(paragraph.Start + opened, end), end), Name(Inside(line[tail..])));
    }

    private static ReadOnlySpan<char> Inside(ReadOnlySpan<char> tail) => tail.Trim(" ()[].|");

    // "(From left) …": nothing but a caption tells where people stand.
    private bool NamesPlaces(ReadOnlySpan<char> line) => line[0] == '(' && Words.StartsWithAny(line, words.CaptionOpenings.Where(o => o[0] == '('));

    private int OpeningLength(ReadOnlySpan<char> line)
    {
        foreach (var opening in words.CaptionOpenings)
        {
            if (!Words.StartsWithAny(line, [opening]))
            {
                continue;
            }

            // A label ("FILE -") is no part of the sentence; words ("In this photo") are.
            var length = opening[^1] is ':' or '-' ? opening.Length : 0;
            while (length > 0 && length < line.Length && line[length] is ' ' or '-')
            {
                length++;
            }

            return Math.Max(length, opening[^1] is ':' or '-' ? 1 : 0);
        }

        return 0;
    }

    /// <summary>Where a last bracket opens, or -1.</summary>
    private static int Bracketed(ReadOnlySpan<char> line)
    {
        var trimmed = line.TrimEnd('.');
        return trimmed.IsEmpty ? -1 : trimmed[^1] switch
        {
            ')' => trimmed.LastIndexOf('('),
            ']' => trimmed.LastIndexOf('['),
            _ => -1,
        };
    }

    /// <summary>Where a credit after the last sentence, or after a bar, opens; or -1.</summary>
    private int Unbracketed(ReadOnlySpan<char> line)
    {
        for (var at = line.Length - 2; at > 0; at--)
        {
            var opens = line[at] == ' ' && line[at - 1] is '.' or '"' or '|' or '!' or '?';
            if (!opens)
            {
                continue;
            }

            var tail = line[at..].Trim(" .|");
            if (Words.Count(tail) > MostCreditWords)
            {
                return -1;
            }

            if (IsBareCredit(tail))
            {
                return at;
            }
        }

        return IsBareCredit(line.Trim(" .|")) ? 0 : -1;
    }

    private bool IsCredit(ReadOnlySpan<char> inside, bool agencyAloneCounts)
    {
        var parts = Parts(inside);
        if (parts.Length is 0 or > MostCreditWords)
        {
            return false;
        }

        var photo = IsCreditWord(parts[0]) || IsCreditWord(parts[^1]) || (parts.Length > 1 && IsCreditWord(parts[1]) && IsAgency(parts[0]));
        return photo || (agencyAloneCounts && Agency(inside) is not null);
    }

    /// <summary>Without brackets only the plain forms count: "Photo: AP", "AFP PHOTO / NAME", "REUTERS/Name", "Getty Images".</summary>
    private bool IsBareCredit(ReadOnlySpan<char> tail)
    {
        var parts = Parts(tail);
        if (parts.Length is 0 or > MostCreditWords)
        {
            return false;
        }

        var rights = words.CreditSigns.Contains(tail[..1].ToString());
        var labelled = IsCreditWord(parts[0]) && tail.IndexOf(':') is > 0 and var colon && AreCreditWords(tail[..colon]);
        var spoken = IsCreditWord(parts[0]) && parts.Length is > 2 and < 7 && words.CreditJoints.Contains(parts[1]) && parts[2..].All(p => char.IsUpper(p[0]) || words.CreditJoints.Contains(p));
        var agencyPhoto = parts.Length > 1 && IsAgency(parts[0]) && IsCreditWord(parts[1]);
        var slash = tail.IndexOf('/') > 0 && Agency(tail) is not null && parts.All(p => char.IsUpper(p[0]));
        return rights || labelled || spoken || agencyPhoto || slash || (parts.Length == 2 && IsAgency(tail.ToString()));
    }

    private bool AreCreditWords(ReadOnlySpan<char> label) => Parts(label).All(IsCreditWord);

    private static string[] Parts(ReadOnlySpan<char> tail) =>
        tail.ToString().Split([' ', '/', ':', ',', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private bool IsCreditWord(string part) => words.CreditWords.Contains(part.ToLowerInvariant());

    private bool IsAgency(string part) => words.PhotoAgencies.Contains(part);

    /// <summary>The agency that a credit names between slashes, or as a whole.</summary>
    private string? Agency(ReadOnlySpan<char> credit)
    {
        foreach (var piece in credit.ToString().Split(['/', ',', ':', '|'], StringSplitOptions.TrimEntries))
        {
            var name = Plain(piece);
            if (IsAgency(name))
            {
                return name;
            }
        }

        return null;
    }

    private string? Name(ReadOnlySpan<char> credit)
    {
        if (Agency(credit) is { } agency)
        {
            return agency;
        }

        var pieces = credit.ToString().Split(['/', ':', '|'], StringSplitOptions.TrimEntries).Select(Plain).Where(p => p.Length > 0);
        var name = string.Join('/', pieces);
        return name.Length == 0 ? null : name;
    }

    /// <summary>A piece of a credit without credit words and the small words at its start.</summary>
    private string Plain(string piece)
    {
        var left = piece.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => !IsCreditWord(w)).ToArray();
        if (IsAgency(piece))
        {
            return piece;
        }

        return string.Join(' ', left.SkipWhile(w => words.CreditJoints.Contains(w.ToLowerInvariant()) || w == "-" || words.CreditSigns.Contains(w)));
    }
}
