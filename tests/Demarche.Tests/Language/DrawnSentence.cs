using Demarche.Language;

namespace Demarche.Tests.Language;

/// <summary>A sentence as the network might draw it, and what a reading changes of it.</summary>
internal sealed class DrawnSentence
{
    private DrawnSentence(string[] forms, Annotation annotation) => (Forms, Annotation) = (forms, annotation);

    public string[] Forms { get; }

    public Annotation Annotation { get; }

    /// <summary>A word is "form/TAG/PENN/head/relation", head from 1, 0 for the root, and "/Kind" behind the words of a name.</summary>
    public static DrawnSentence Of(string words)
    {
        var rows = words.Split(' ').Select(w => w.Split('/')).ToArray();
        var names = new List<Entity>();
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].Length > 5 && (i == 0 || rows[i - 1].Length < 6))
            {
                var last = Array.FindIndex(rows, i, r => r.Length < 6);
                names.Add(new Entity(i, last < 0 ? rows.Length - 1 : last - 1, Enum.Parse<EntityKind>(rows[i][5])));
            }
        }

        return new DrawnSentence([.. rows.Select(r => r[0])], new Annotation([.. rows.Select(r => Enum.Parse<Upos>(r[1]))], [.. rows.Select(r => r[2])],
            [.. rows.Select(r => int.Parse(r[3]) - 1)], [.. rows.Select(r => r[4])], [.. names]));
    }

    /// <summary>What a reading makes of the words that it changes: "sinister xcomp called, …", with the tag where that is another; "" where nothing is mended.</summary>
    public string Changes(Action<string[], Annotation> mend)
    {
        var before = Enumerable.Range(0, Forms.Length).Select(Word).ToList();
        var tags = Annotation.Tags.ToArray();
        mend(Forms, Annotation);
        return string.Join(", ", Enumerable.Range(0, Forms.Length).Where(i => Word(i) != before[i] || tags[i] != Annotation.Tags[i])
            .Select(i => Word(i) + (tags[i] == Annotation.Tags[i] ? "" : $" {Annotation.Tags[i]}")));
    }

    private string Word(int at) => $"{Forms[at]} {Annotation.Relations[at]} {(Annotation.Heads[at] < 0 ? "-" : Forms[Annotation.Heads[at]])}";
}
