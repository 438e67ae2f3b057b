namespace Demarche.Language.Words;

/// <summary>How a word in lower case becomes its lemma: some characters off the end, others put on.</summary>
/// <param name="Strip">Characters taken off; more than the word has means all of them.</param>
/// <param name="Append">Characters put on.</param>
internal readonly record struct LemmaEdit(int Strip, string Append)
{
    /// <summary>The edit that makes <paramref name="lemma"/> of <paramref name="form"/>, both in lower case.</summary>
    public static LemmaEdit Between(ReadOnlySpan<char> form, ReadOnlySpan<char> lemma)
    {
        var shared = form.CommonPrefixLength(lemma);
        return new LemmaEdit(form.Length - shared, lemma[shared..].ToString());
    }
}

/// <summary>How a lemma is written.</summary>
internal enum LemmaCase : byte
{
    /// <summary>In lower case.</summary>
    Lower,

    /// <summary>As the word is.</summary>
    AsWritten,

    /// <summary>With a capital: "IRAN" gives "Iran".</summary>
    Title,

    /// <summary>In capitals: "i" gives "I".</summary>
    Capitals,
}
