namespace Demarche.Language.Words;

/// <summary>Splits text at white space and, by a trained classifier, inside the chunks between. Immutable and thread-safe.</summary>
internal sealed class WordSplitter(HashedClassifier classifier, FusedWords fused, Abbreviations abbreviations)
{
    /// <summary>Class of a place inside a word, between two surface words, and between two words of one surface word.</summary>
    public const int Inside = 0, Between = 1, Fused = 2;

    /// <summary>Appends the words of <paramref name="text"/>; offsets count from its start, moved by <paramref name="origin"/>.</summary>
    public void Split(ReadOnlySpan<char> text, int origin, List<WordPiece> pieces)
    {
        var quoted = false;
        for (var at = 0; at < text.Length;)
        {
            if (CharKinds.Of(text[at]) == CharKind.Space)
            {
                at++;
                continue;
            }

            var end = at;
            var letters = true;
            var hash = Fingerprint.Empty;
            for (; end < text.Length; end++)
            {
                var kind = CharKinds.Of(text[end]);
                if (kind == CharKind.Space)
                {
                    break;
                }

                letters &= CharKinds.IsLetter(kind);
                hash = Fingerprint.Add(hash, Fingerprint.Lower(text[end]));
            }

            var breaks = letters ? fused.BreaksOf(hash, end - at) : (ushort)0;
            if (end - at == 1 || (letters && breaks == 0))
            {
                pieces.Add(new WordPiece(origin + at, origin + end, false));
            }
            else if (letters)
            {
                SplitFused(text, at, end, hash, breaks, origin, pieces);
            }
            else
            {
                SplitChunk(text, at, end, quoted, origin, pieces);
            }

            quoted |= CharKinds.Of(text[at]) == CharKind.Apostrophe;
            at = end;
        }
    }

    private void SplitChunk(ReadOnlySpan<char> text, int start, int end, bool quoted, int origin, List<WordPiece> pieces)
    {
        Span<uint> buffer = stackalloc uint[FeatureList.Capacity];
        var view = new WordSplitFeatures(text, start, end, abbreviations);
        var piece = start;
        var joined = false;
        var pointed = IsNetwork(text, start, end) ? start + 1 : -1;
        for (var at = start + 1; at < end; at++)
        {
            if (!view.IsCandidate(at) && at != pointed)
            {
                continue;
            }

            var features = new FeatureList(buffer);
            view.Collect(at, piece, quoted, ref features);
            var found = at == pointed ? Between : classifier.BestOfThree(features.All);
            if (found != Inside)
            {
                pieces.Add(new WordPiece(origin + piece, origin + at, joined));
                joined = found == Fused;
                piece = at;
            }
        }

        pieces.Add(new WordPiece(origin + piece, origin + end, joined));
    }

    // "She wrote on X. Peru denied it.": the network of that name, which the texts of the training did not know, and no initial as in "on X. J. Smith".
    private static bool IsNetwork(ReadOnlySpan<char> text, int start, int end)
    {
        if (text[start] != 'X' || text[start + 1] != '.' || end > start + 2 && char.IsLetterOrDigit(text[start + 2]) || !text[..start].EndsWith(" on "))
        {
            return false;
        }

        var next = text[end..].TrimStart();
        return next.Length < 2 || next[1] != '.';
    }

    private void SplitFused(ReadOnlySpan<char> text, int start, int end, uint word, ushort breaks, int origin, List<WordPiece> pieces)
    {
        Span<uint> buffer = stackalloc uint[FeatureList.Capacity];
        var view = new WordSplitFeatures(text, start, end, abbreviations);
        var piece = start;
        for (var at = start + 1; at < end; at++)
        {
            if ((breaks & FusedWords.BreakAt(at - start)) == 0)
            {
                continue;
            }

            var features = new FeatureList(buffer);
            view.CollectFused(at, word, ref features);
            if (classifier.BestOfThree(features.All) == Fused)
            {
                pieces.Add(new WordPiece(origin + piece, origin + at, piece != start));
                piece = at;
            }
        }

        pieces.Add(new WordPiece(origin + piece, origin + end, piece != start));
    }
}
