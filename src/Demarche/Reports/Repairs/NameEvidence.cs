using System.Collections.Frozen;

namespace Demarche.Reports.Repairs;

/// <summary>What a report itself shows of the names in it: which words stand as family names, and after which words.</summary>
internal sealed class NameEvidence
{
    private const int ShortestFirstName = 3;

    private readonly HashSet<string> _capital = new(StringComparer.Ordinal);
    private readonly HashSet<string> _lastOfName = new(StringComparer.Ordinal);
    private readonly HashSet<(string Before, string Name)> _pairs = [];
    private readonly HashSet<string> _small = new(StringComparer.Ordinal);
    private readonly HashSet<string> _refuted = new(StringComparer.Ordinal);

    public NameEvidence(IEnumerable<List<TextWord>> sections, FrozenSet<string> noHeads)
    {
        foreach (var words in sections)
        {
            for (var i = 0; i < words.Count; i++)
            {
                Take(words, i, noHeads);
            }
        }
    }

    /// <summary>Whether the report has the word with a capital.</summary>
    public bool Has(string name) => _capital.Contains(name);

    /// <summary>Whether the report has the word in small letters too, so that it need not be a name.</summary>
    public bool IsSmallWord(string name) => _small.Contains(char.ToLowerInvariant(name[0]) + name[1..]);

    /// <summary>Whether the report has the word as the last of a name of several words.</summary>
    public bool IsFamily(string name) => _lastOfName.Contains(name);

    /// <summary>Whether the report has the name after this word.</summary>
    public bool Stands(string before, string name) => _pairs.Contains((before, name));

    /// <summary>Whether the report has the form where no possessive can stand, so that it is a name or plural of its own.</summary>
    public bool IsWordOfItsOwn(string form) => _refuted.Contains(form);

    private void Take(List<TextWord> words, int at, FrozenSet<string> noHeads)
    {
        var word = words[at];
        if (!word.IsCapital)
        {
            _small.Add(word.Text);
            return;
        }

        _capital.Add(word.Text);
        var next = at + 1 < words.Count && words[at + 1].Follows ? words[at + 1] : (TextWord?)null;
        if (next is null || noHeads.Contains(next.Value.Text.ToLowerInvariant()))
        {
            _refuted.Add(word.Text);
        }

        if (at == 0 || !word.Follows || !words[at - 1].IsCapital)
        {
            return;
        }

        // A short word that opens a sentence ("In Doe") is no first name.
        _pairs.Add((words[at - 1].Text, word.Text));
        if (next is not { IsCapital: true } && (!words[at - 1].OpensSentence || words[at - 1].Text.Length > ShortestFirstName))
        {
            _lastOfName.Add(word.Text);
        }
    }
}
