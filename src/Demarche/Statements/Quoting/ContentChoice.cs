namespace Demarche.Statements.Quoting;

/// <summary>One stretch of text, perhaps in pieces, that may be what a cue hands on.</summary>
/// <param name="Kind">Hash of how it was built from the tree or the quotations.</param>
/// <param name="Build">How it was built, without the relations.</param>
/// <param name="Head">The word that it hangs on, or -1.</param>
/// <param name="Pieces">Its tokens, in order.</param>
internal sealed record ContentChoice(uint Kind, ContentBuild Build, int Head, Stretch[] Pieces)
{
    /// <summary>Number of tokens.</summary>
    public int Length
    {
        get
        {
            var length = 0;
            foreach (var piece in Pieces)
            {
                length += piece.Length;
            }

            return length;
        }
    }

    /// <summary>Number of tokens that both have.</summary>
    public int Shared(ContentChoice other)
    {
        var shared = 0;
        foreach (var a in Pieces)
        {
            foreach (var b in other.Pieces)
            {
                shared += Math.Max(0, Math.Min(a.Last, b.Last) - Math.Max(a.First, b.First) + 1);
            }
        }

        return shared;
    }

    /// <summary>Whether both share at least half of the longer one.</summary>
    public bool IsLike(ContentChoice other) => 2 * Shared(other) >= Math.Max(Length, other.Length);

    /// <summary>Whether a token is one of its own.</summary>
    public bool Holds(int place)
    {
        foreach (var piece in Pieces)
        {
            if (piece.Contains(place))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>How a content was built.</summary>
internal enum ContentBuild
{
    /// <summary>All that hangs on a child of the cue.</summary>
    Child,

    /// <summary>Two neighbouring children of the cue.</summary>
    Pair,

    /// <summary>The cue's subject and another child: "Choe is expected to leave".</summary>
    WithSubject,

    /// <summary>All behind the cue that hangs on it.</summary>
    Behind,

    /// <summary>What the cue hangs on, without the cue.</summary>
    Above,

    /// <summary>All of the sentence before the cue.</summary>
    SentenceBefore,

    /// <summary>All of the sentence behind the cue.</summary>
    SentenceBehind,

    /// <summary>Quotations around the cue.</summary>
    Quotation,

    /// <summary>The sentence before, or the paragraph behind.</summary>
    Neighbour,

    /// <summary>What hangs on a child of the cue.</summary>
    Deeper,

    /// <summary>A child of the cue without what hangs on it behind.</summary>
    Shortened,

    /// <summary>Another choice, as far as a comma.</summary>
    UpToComma,
}
