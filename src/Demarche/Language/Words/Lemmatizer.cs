using System.Buffers;
using System.Text;
using Demarche.Language.Trained;

namespace Demarche.Language.Words;

/// <summary>Gives the dictionary form of a word by the rules of Universal Dependencies English. Thread-safe; the same word with the same tags always has the same lemma.</summary>
public sealed class Lemmatizer
{
    /// <summary>Name of its part of a <see cref="ModelFile"/>.</summary>
    public const string PartName = "lemmas";

    // Longer "words" are addresses and noise: they are their own lemma.
    private const int Longest = 60;
    private static readonly SearchValues<char> Figures = SearchValues.Create("0123456789.,");
    private readonly LemmaEdit[] _edits;
    private readonly SuffixTable _ends;
    private readonly SuffixTable _cases;
    private readonly FormPool _lemmas = new();
    private readonly KnownLemma?[] _known = new KnownLemma?[1 << 14];   // frequent words keep theirs; a slot is overwritten without a lock, and tells itself whose lemma it holds

    internal Lemmatizer(LemmaEdit[] edits, SuffixTable ends, SuffixTable cases)
    {
        _edits = edits;
        _ends = ends;
        _cases = cases;
    }

    /// <summary>The lemmatizer of a model, or why there is none.</summary>
    public static Outcome<Lemmatizer> Load(ModelFile model)
    {
        if (model.Part(PartName) is not { } part)
        {
            return Diagnostics.BadModel(PartName, "has no part of that name");
        }

        var at = 0;
        var bytes = part.Span;
        return ReadEdits(bytes, ref at) is { } edits && SuffixTable.Read(bytes, ref at) is { } ends && SuffixTable.Read(bytes, ref at) is { } cases
            ? new Lemmatizer(edits, ends, cases)
            : Diagnostics.BadModel(PartName, "has a part that cannot be read");
    }

    /// <summary>The lemma of a word.</summary>
    /// <param name="form">The word as mended.</param>
    /// <param name="tag">Universal part of speech.</param>
    /// <param name="pennTag">Penn Treebank tag.</param>
    public string Lemma(string form, Upos tag, string pennTag)
    {
        ArgumentNullException.ThrowIfNull(form);
        ref var slot = ref _known[(form.GetHashCode(StringComparison.Ordinal) + (int)tag) & (_known.Length - 1)];
        var known = slot;
        if (known is null || known.Form != form || known.Tag != tag || known.PennTag != pennTag)
        {
            slot = known = new KnownLemma(form, tag, pennTag, LemmaOf(form, tag, pennTag));
        }

        return known.Lemma;
    }

    private string LemmaOf(string form, Upos tag, string pennTag)
    {
        if (form.Length > Longest || form.Length == 0)
        {
            return form;
        }

        if (char.IsAsciiDigit(form[0]) && !form.AsSpan().ContainsAnyExcept(Figures))
        {
            return form.Contains(',', StringComparison.Ordinal) ? form.Replace(",", "", StringComparison.Ordinal) : form;
        }

        Span<char> lower = stackalloc char[Longest];
        lower = lower[..Lowered(form, lower)];
        var key = TagKey(tag, pennTag);
        var edit = _edits[Math.Min(_ends.Decide(lower, key, 0), _edits.Length - 1)];
        var style = (LemmaCase)_cases.Decide(lower, CaseKey(key, form), (ushort)LemmaCase.AsWritten);
        return Apply(form, lower, edit, style);
    }

    /// <summary>What the tables know of the tags.</summary>
    internal static uint TagKey(Upos tag, string pennTag) => Fingerprint.Mix(3, Fingerprint.Of(pennTag), (uint)tag);

    /// <summary>What the table of cases knows of the tags and of the way in which the word is written.</summary>
    internal static uint CaseKey(uint tagKey, ReadOnlySpan<char> form)
    {
        var capitals = 0;
        var lower = 0;
        foreach (var c in form)
        {
            capitals += char.IsUpper(c) ? 1 : 0;
            lower += char.IsLower(c) ? 1 : 0;
        }

        var shape = capitals == 0 ? 0u : lower == 0 ? (form.Length == 1 ? 1u : 2u) : char.IsUpper(form[0]) && capitals == 1 ? 3u : 4u;
        return Fingerprint.Mix(4, tagKey, shape);
    }

    /// <summary>Writes <paramref name="form"/> in lower case; its length.</summary>
    internal static int Lowered(ReadOnlySpan<char> form, Span<char> lower)
    {
        for (var i = 0; i < form.Length; i++)
        {
            lower[i] = Fingerprint.Lower(form[i]);
        }

        return form.Length;
    }

    /// <summary>Appends the part.</summary>
    internal void Write(Stream stream)
    {
        stream.Write(BitConverter.GetBytes(_edits.Length));
        foreach (var edit in _edits)
        {
            var append = Encoding.UTF8.GetBytes(edit.Append);
            stream.WriteByte((byte)edit.Strip);
            stream.WriteByte((byte)append.Length);
            stream.Write(append);
        }

        _ends.Write(stream);
        _cases.Write(stream);
    }

    private string Apply(string form, ReadOnlySpan<char> lower, LemmaEdit edit, LemmaCase style)
    {
        var kept = Math.Max(form.Length - edit.Strip, 0);
        if (kept == form.Length && edit.Append.Length == 0 && style == LemmaCase.AsWritten)
        {
            return form;
        }

        Span<char> lemma = stackalloc char[Longest + byte.MaxValue];
        lemma = lemma[..(kept + edit.Append.Length)];
        (style == LemmaCase.AsWritten ? form.AsSpan(0, kept) : lower[..kept]).CopyTo(lemma);
        edit.Append.CopyTo(lemma[kept..]);
        var capitals = style == LemmaCase.Capitals ? lemma.Length : style == LemmaCase.Title ? Math.Min(1, lemma.Length) : 0;
        foreach (ref var c in lemma[..capitals])
        {
            c = char.ToUpperInvariant(c);
        }

        return lemma.SequenceEqual(form) || lemma.IsEmpty ? form : _lemmas.Get(lemma, Fingerprint.Of(lemma));
    }

    private static LemmaEdit[]? ReadEdits(ReadOnlySpan<byte> bytes, ref int at)
    {
        if (bytes.Length < 4)
        {
            return null;
        }

        var count = BitConverter.ToInt32(bytes);
        at = 4;
        if (count is < 1 or > ushort.MaxValue)
        {
            return null;
        }

        var edits = new LemmaEdit[count];
        for (var i = 0; i < count; i++)
        {
            if (bytes.Length < at + 2 || bytes.Length < at + 2 + bytes[at + 1])
            {
                return null;
            }

            edits[i] = new LemmaEdit(bytes[at], Encoding.UTF8.GetString(bytes.Slice(at + 2, bytes[at + 1])));
            at += 2 + bytes[at + 1];
        }

        return edits;
    }

    private sealed record KnownLemma(string Form, Upos Tag, string PennTag, string Lemma);
}
