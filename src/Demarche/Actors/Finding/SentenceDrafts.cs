using Demarche.Language;

namespace Demarche.Actors.Finding;

/// <summary>The drafts of one sentence, found by token.</summary>
internal sealed class SentenceDrafts(Sentence sentence)
{
    private readonly Draft?[] _owners = new Draft?[sentence.Count];

    public Sentence Sentence { get; } = sentence;

    /// <summary>In the order of their first tokens once <see cref="Sort"/> was called.</summary>
    public List<Draft> All { get; } = [];

    /// <summary>The draft that a token belongs to, or null.</summary>
    public Draft? Owner(int token) => token >= 0 && token < _owners.Length ? _owners[token] : null;

    /// <summary>Whether none of the tokens belongs to a draft.</summary>
    public bool IsFree(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (_owners[i] is not null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Adds one; signs alone, which a broken tree may take for a name, name nobody.</summary>
    public Draft Add(Draft draft)
    {
        if (!TokenRange.HoldsWord(Sentence, draft.CoreFirst, draft.CoreLast))
        {
            return draft;
        }

        All.Add(draft);
        for (var i = draft.CoreFirst; i <= draft.CoreLast; i++)
        {
            _owners[i] = draft;
        }

        return draft;
    }

    public void Remove(Draft draft)
    {
        All.Remove(draft);
        for (var i = draft.CoreFirst; i <= draft.CoreLast; i++)
        {
            _owners[i] = null;
        }
    }

    public void Sort() => All.Sort((a, b) => a.CoreFirst.CompareTo(b.CoreFirst));
}
