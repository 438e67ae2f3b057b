namespace Demarche.Reports.Repairs;

/// <summary>Finds apostrophes that were lost: "North Koreas leader", "the countrys name", "dont". Immutable and thread-safe.</summary>
/// <remarks>Each rule mends only where a plural makes no sense; what is in doubt stays as it is.</remarks>
/// <param name="words">Words of the codebook.</param>
/// <param name="known">Names of states, capitals and officials.</param>
internal sealed class ApostropheRepair(ApostropheWords words, KnownNames known)
{
    private readonly PossessiveNames _names = new(words, known);

    /// <summary>Apostrophes to put in, in reading order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sections">The parts of it that are read.</param>
    public List<Edit> Find(string text, IEnumerable<Span> sections)
    {
        var all = new List<List<TextWord>>();
        foreach (var section in sections)
        {
            all.Add(TextWord.Of(text, section));
        }

        var evidence = new Lazy<NameEvidence>(() => new NameEvidence(all, words.NoHeads), isThreadSafe: false);   // few words ask for it
        var edits = new List<Edit>();
        foreach (var section in all)
        {
            for (var i = 0; i < section.Count; i++)
            {
                if (!Touches(text, section[i].At, '\'') && Place(text, section, i, evidence) is { } place)
                {
                    edits.Add(new Edit(new Span(place, place), "'", RepairKind.LostApostrophe));
                }
            }
        }

        return edits;
    }

    private static bool Touches(string text, Span word, char sign) =>
        (word.Start > 0 && text[word.Start - 1] == sign) || (word.End < text.Length && text[word.End] == sign);

    /// <summary>Where the apostrophe of a word belongs, or null.</summary>
    private int? Place(string text, List<TextWord> section, int at, Lazy<NameEvidence> evidence)
    {
        var word = section[at];
        if (Contraction(section, at) is { } form)
        {
            return word.At.Start + form.IndexOf('\'', StringComparison.Ordinal);
        }

        if (word.Text.Length < 3 || word.Text[^1] != 's' || word.Text[^2] == 's')
        {
            return null;
        }

        if (Phrase(text, word) is { } inside)
        {
            return inside;
        }

        var next = at + 1 < section.Count && section[at + 1].Follows ? section[at + 1].Text : null;
        if (next is null || words.NoHeads.Contains(next.ToLowerInvariant()))
        {
            return null;
        }

        var possessive = word.IsCapital && _names.IsPossessive(section, at, evidence);
        return possessive || IsOddPlural(word.Text[..^1]) || IsTime(section, at, next) || IsLoneNoun(section, at, next) ? word.At.End - 1 : null;
    }

    private string? Contraction(List<TextWord> section, int at)
    {
        var word = section[at].Text;
        var small = section[at].IsCapital ? char.ToLowerInvariant(word[0]) + word[1..] : word;
        if (words.Contractions.TryGetValue(word, out var form) || !ReferenceEquals(small, word) && words.Contractions.TryGetValue(small, out form))
        {
            return form;
        }

        return words.Doubtful.TryGetValue(small, out var doubtful)
            && !(at > 0 && doubtful.NotAfter.Contains(section[at - 1].Text.ToLowerInvariant()))
            && !(at + 1 < section.Count && doubtful.NotBefore.Contains(section[at + 1].Text))
            && (doubtful.Before.Count == 0 || at + 1 < section.Count && section[at + 1].Follows && doubtful.Before.Contains(section[at + 1].Text))
            ? doubtful.Form
            : null;
    }

    private int? Phrase(string text, TextWord word)
    {
        if (!words.Phrases.TryGetValue(word.Text, out var phrases))
        {
            return null;
        }

        foreach (var phrase in phrases)
        {
            var apostrophe = phrase.IndexOf('\'', StringComparison.Ordinal);
            var rest = text.AsSpan(word.At.Start);
            var bare = phrase.Remove(apostrophe, 1);
            if (rest.StartsWith(bare, StringComparison.Ordinal) && (rest.Length == bare.Length || !char.IsLetter(rest[bare.Length])))
            {
                return word.At.Start + apostrophe;
            }
        }

        return null;
    }

    private bool IsOddPlural(string stem) => words.OddPlurals.Contains(char.ToLowerInvariant(stem[0]) + stem[1..]);

    /// <summary>"todays talks", "this weeks summit", "after Mondays talks".</summary>
    private bool IsTime(List<TextWord> section, int at, string next)
    {
        var stem = section[at].Text[..^1];
        var before = at > 0 ? section[at - 1].Text.ToLowerInvariant() : "";
        if (words.Days.Contains(stem.ToLowerInvariant()))
        {
            return true;
        }

        if (!words.IsHead(next))
        {
            return false;
        }

        return words.TimeSpans.Contains(stem)
            ? words.TimeSpanOpenings.Contains(before) && !(at > 1 && words.FullOpenings.Contains(section[at - 2].Text.ToLowerInvariant()))
            : words.Weekdays.Contains(stem) && words.WeekdayOpenings.Contains(before);
    }

    /// <summary>"the governments decision", "the Syrian governments forces": a noun of which there is one, before a word that must be possessed.</summary>
    private bool IsLoneNoun(List<TextWord> section, int at, string next)
    {
        var stem = section[at].Text[..^1];
        var first = at;
        if (!words.LoneNouns.Contains(stem))
        {
            if (at == 0 || !words.LoneNouns.Contains(section[at - 1].Text + " " + stem))
            {
                return false;
            }

            first--;
        }

        if (!words.IsHead(next) || first == 0)
        {
            return false;
        }

        // One name or adjective may stand between: "the Syrian governments".
        var before = section[first - 1];
        if (before.IsCapital && !before.OpensSentence && first > 1)
        {
            before = section[first - 2];
        }

        return words.LoneNounOpenings.Contains(before.Text.ToLowerInvariant());
    }
}
