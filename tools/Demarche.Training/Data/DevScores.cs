using Demarche.Language;

namespace Demarche.Training.Data;

/// <summary>Shares of words right on a treebank, given its words.</summary>
/// <param name="Name">The treebank.</param>
/// <param name="Tags">Universal tag right.</param>
/// <param name="PennTags">Penn tag right.</param>
/// <param name="Heads">Head right (unlabelled attachment).</param>
/// <param name="Labelled">Head and relation with subtype right (labelled attachment).</param>
public sealed record TreeScores(string Name, double Tags, double PennTags, double Heads, double Labelled)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name} upos {Tags:P2} xpos {PennTags:P2} uas {Heads:P2} las {Labelled:P2}";
}

/// <summary>Scores an annotator.</summary>
public static class DevScores
{
    /// <summary>Scores on a treebank.</summary>
    public static TreeScores Trees(string name, IReadOnlyList<TreebankSentence> gold, Annotator annotator)
    {
        var found = annotator.Annotate([.. gold.Select(s => s.Forms)]);
        double words = 0, tags = 0, pennTags = 0, heads = 0, labelled = 0;
        foreach (var (g, f) in gold.Zip(found))
        {
            for (var i = 0; i < g.Forms.Length; i++)
            {
                words++;
                tags += f.Tags[i].ToString() == g.Tags[i] ? 1 : 0;
                pennTags += f.PennTags[i] == g.PennTags[i] ? 1 : 0;
                heads += f.Heads[i] == g.Heads[i] ? 1 : 0;
                labelled += f.Heads[i] == g.Heads[i] && f.Relations[i] == g.Relations[i] ? 1 : 0;
            }
        }

        return new TreeScores(name, tags / words, pennTags / words, heads / words, labelled / words);
    }

    /// <summary>F1 of exact spans and kinds; <see cref="EntityKind.Other"/> does not count.</summary>
    public static double Names(IReadOnlyList<EntitySentence> gold, Annotator annotator)
    {
        var found = annotator.Annotate([.. gold.Select(s => s.Forms)]);
        double right = 0, inGold = 0, inFound = 0;
        foreach (var (g, f) in gold.Zip(found))
        {
            var wanted = g.Entities.Where(e => e.Kind != EntityKind.Other).ToHashSet();
            var given = f.Entities.Where(e => e.Kind != EntityKind.Other).ToList();
            right += given.Count(wanted.Contains);
            inGold += wanted.Count;
            inFound += given.Count;
        }

        return inGold + inFound == 0 ? 0 : 2 * right / (inGold + inFound);
    }
}
