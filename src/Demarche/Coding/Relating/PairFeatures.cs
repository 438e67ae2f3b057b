using Demarche.Language;
using Demarche.Language.Network;

namespace Demarche.Coding.Relating;

/// <summary>What the ranker looks at in a marked sentence: hashed features of its words, of the way between the two names in the tree, and of the rules met.</summary>
/// <remarks>The names themselves count only apart from the words around them, and proper names elsewhere count as one word, so that no actor is learnt by heart.</remarks>
internal static class PairFeatures
{
    private const string Name = "(name)";

    /// <summary>The hashes of the features of a pair, each once.</summary>
    public static HashSet<ulong> Of(MarkedPair pair, IEnumerable<Firing> firings)
    {
        var features = new FeatureSet();
        AddWords(pair, features);
        AddTree(pair, features);
        foreach (var firing in firings)
        {
            features.Add(firing.Ties switch { Tie.Exact => "rule-exact", Tie.Both or Tie.Together => "rule-both", Tie.One or Tie.Under => "rule-one", _ => "rule" }, firing.Class);
            features.Add("rule-any", firing.Class);
        }

        return features.Hashes;
    }

    private static void AddWords(MarkedPair pair, FeatureSet features)
    {
        var layout = pair.Layout();
        string? before = null;
        for (var i = 0; i < pair.Words.Length; i++)
        {
            var word = pair.Words[i];
            if (pair.IsSource(word))
            {
                features.Add("source", word.Lemma.ToLowerInvariant());
                continue;
            }

            if (pair.IsTarget(word))
            {
                features.Add("target", word.Lemma.ToLowerInvariant());
                continue;
            }

            var plain = Plain(word);
            features.Add("word", plain);
            switch (layout.PartOf(i))
            {
                case PairPart.Between:
                    features.Add("between", plain);
                    features.Add("form", word.Form.ToLowerInvariant());
                    if (before is not null)
                    {
                        features.Add("pair", before, plain);
                    }

                    before = plain;
                    break;
                case PairPart.Behind:
                    features.Add("after", plain);
                    break;
                case PairPart.Before:
                    features.Add("before", plain);
                    break;
            }
        }

        features.Add("order", layout.SourceFirst ? "source first" : "target first");
        var behind = pair.EndOfSource();
        for (var i = behind + 1; i < Math.Min(behind + 5, pair.Words.Length); i++)
        {
            features.Add("next", Plain(pair.Words[i]));
        }
    }

    private static void AddTree(MarkedPair pair, FeatureSet features)
    {
        if (pair.Path is not { } path)
        {
            features.Add("tree", "apart");
            return;
        }

        features.Add("relations", path.Relations);
        foreach (var token in path.Inner)
        {
            features.Add("path", Plain(token));
            foreach (var child in token.Children)
            {
                if (child.BaseRelation is "aux" or "mark" || child.Relation is "case" or "compound:prt" or "advmod")
                {
                    features.Add("path-aid", Plain(child));
                    features.Add("path-aided", Plain(token), Plain(child));
                }
                else if (child.BaseRelation is "obj" or "xcomp" or "ccomp" or "obl" && !pair.IsSource(child) && !pair.IsTarget(child))
                {
                    features.Add("path-" + child.Relation, Plain(child));
                    features.Add("path-pair", Plain(token), Plain(child));
                }
            }
        }

        features.Add("verb", Plain(path.Verb));
        features.Add("verb-relations", Plain(path.Verb), path.Relations);
        features.Add("verb-form", path.Verb.PennTag);
    }

    private static string Plain(Token word) => word.Tag == Upos.PROPN ? Name : word.Tag == Upos.NUM ? "(number)" : word.Lemma.ToLowerInvariant();

    private sealed class FeatureSet
    {
        public HashSet<ulong> Hashes { get; } = new(128);

        // The kind is part of the text: WordHash keeps whole strings apart as well as it does words.
        public void Add(string kind, string value) => Hashes.Add(WordHash.Close(WordHash.Extend(Open(kind), value)));

        public void Add(string kind, string first, string second) =>
            Hashes.Add(WordHash.Close(WordHash.Extend(WordHash.Extend(WordHash.Extend(Open(kind), first), " "), second)));

        private static ulong Open(string kind) => WordHash.Extend(WordHash.Extend(WordHash.Open(0), kind), "\t");
    }
}
