using System.Collections.Immutable;
using Demarche.Language;
using Demarche.Language.Network;
using Demarche.Training.Network;

namespace Demarche.Training.Data;

/// <summary>Everything that the network learns from and is scored on.</summary>
/// <param name="Train">Sentences of treebanks.</param>
/// <param name="Names">Sentences of annotated articles, without the ones kept out.</param>
/// <param name="HeldOutNames">Sentences of the articles kept out.</param>
/// <param name="Dev">Development treebanks by name.</param>
public sealed record Corpus(
    ImmutableArray<TreebankSentence> Train,
    ImmutableArray<EntitySentence> Names,
    ImmutableArray<EntitySentence> HeldOutNames,
    ImmutableArray<(string Name, ImmutableArray<TreebankSentence> Sentences)> Dev)
{
    // Long sentences cost memory in training and say little more; inference cuts longer ones too.
    private const int LongestSentence = 200;

    // A pair of tags seen less often is a slip of an annotator.
    private const int LeastSeenPair = 3;

    /// <summary>Reads the files of a folder: treebank-train*.conllu, treebank-dev*.conllu, entities-train.tsv.</summary>
    public static Corpus Read(string folder)
    {
        var names = Path.Combine(folder, "entities-train.tsv") is var path && File.Exists(path) ? EntityArticles.Read(path) : [];
        return new Corpus(
            [.. Files(folder, "treebank-train*.conllu").SelectMany(Treebank.Read).Where(s => s.Forms.Length <= LongestSentence)],
            [.. names.Where(s => !EntityArticles.IsHeldOut(s.Article) && s.Forms.Length <= LongestSentence)],
            [.. names.Where(s => EntityArticles.IsHeldOut(s.Article))],
            [.. Files(folder, "treebank-dev*.conllu").Select(f => (Path.GetFileNameWithoutExtension(f), Treebank.Read(f).ToImmutableArray()))]);
    }

    /// <summary>The names of what the network predicts, in a fixed order.</summary>
    internal NetworkShape Shape(NetworkShape sizes)
    {
        ImmutableArray<string> tags = [.. Enum.GetNames<Upos>()];
        var pennTags = Sorted(s => s.PennTags);
        return sizes with
        {
            Tags = tags,
            PennTags = pennTags,
            Relations = Sorted(s => s.Relations),
            TagPairs = [.. Train.SelectMany(s => s.Tags.Zip(s.PennTags)).CountBy(p => p).Where(p => p.Value >= LeastSeenPair)
                .Select(p => (tags.IndexOf(p.Key.First), pennTags.IndexOf(p.Key.Second))).Order()],
        };
    }

    /// <summary>The sentences as indexes of the network's outputs: those of treebanks, and those with names.</summary>
    /// <param name="shape">Names of the outputs.</param>
    /// <param name="teacher">An earlier model, whose trees the sentences with names take over; null leaves them without.</param>
    internal (Example[] Trees, Example[] Names) Examples(NetworkShape shape, Annotator? teacher)
    {
        var tags = Indexed(shape.Tags);
        var pennTags = Indexed(shape.PennTags);
        var relations = Indexed(shape.Relations);
        TreeLabels Tree(IEnumerable<string> tag, IEnumerable<string> pennTag, int[] heads, IEnumerable<string> relation) =>
            new([.. tag.Select(t => tags[t])], [.. pennTag.Select(t => pennTags[t])], heads, [.. relation.Select(r => relations[r])]);

        var taught = teacher?.Annotate([.. Names.Select(s => s.Forms)]);
        return (
            [.. Train.Concat(HyphenatedNames.Copies(Train)).Select(s => new Example(s.Forms, Tree(s.Tags, s.PennTags, s.Heads, s.Relations), null))],
            [.. Names.Select((s, i) => new Example(
                s.Forms,
                taught is null ? null : Tree(taught[i].Tags.Select(t => t.ToString()), taught[i].PennTags, taught[i].Heads, taught[i].Relations),
                Labels(s)))]);
    }

    private static int[] Labels(EntitySentence sentence)
    {
        var labels = new int[sentence.Forms.Length];
        foreach (var entity in sentence.Entities)
        {
            for (var i = entity.First; i <= entity.Last; i++)
            {
                var place = entity.First == entity.Last ? 'S' : i == entity.First ? 'B' : i == entity.Last ? 'E' : 'I';
                labels[i] = EntityLabel.All.IndexOf(new EntityLabel(place, entity.Kind));
            }
        }

        return labels;
    }

    private ImmutableArray<string> Sorted(Func<TreebankSentence, string[]> column) =>
        [.. Train.SelectMany(column).Distinct().Order(StringComparer.Ordinal)];

    private static Dictionary<string, int> Indexed(ImmutableArray<string> names) =>
        names.Select((name, i) => (name, i)).ToDictionary(n => n.name, n => n.i, StringComparer.Ordinal);

    private static IEnumerable<string> Files(string folder, string pattern) => Directory.GetFiles(folder, pattern).Order(StringComparer.Ordinal);
}
