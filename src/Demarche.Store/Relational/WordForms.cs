namespace Demarche.Store.Relational;

/// <summary>Which dictionary forms a word has had in this store, so that a search for "talks" finds "talk" without a model of English.</summary>
/// <remarks>Used by one writer at a time; it remembers what is kept, so that a known pair costs nothing.</remarks>
internal sealed class WordForms
{
    private HashSet<(string Form, string Lemma)>? _kept;

    /// <summary>The pairs of these words that are not kept yet.</summary>
    public async Task<HashSet<(string Form, string Lemma)>> NewAsync(Session session, IEnumerable<SentenceWord> words, CancellationToken cancellation)
    {
        _kept ??= [.. await session.ListAsync(SqlText.Of($"SELECT form, lemma FROM word_forms"), r => (r.GetString(0), r.GetString(1)), cancellation)];
        return [.. words.Select(w => (w.Form, w.Lemma)).Where(p => p.Form != p.Lemma && !_kept.Contains(p))];
    }

    /// <summary>Remembers pairs once they are committed.</summary>
    public void Keep(IEnumerable<(string Form, string Lemma)> pairs) => _kept?.UnionWith(pairs);

    /// <summary>The rows of pairs.</summary>
    public static List<object?[]> Rows(IEnumerable<(string Form, string Lemma)> pairs) => [.. pairs.Select(p => new object?[] { p.Form, p.Lemma })];
}
