using System.Collections.Frozen;
using Demarche.Coding;
using Demarche.Tests.Actors;

namespace Demarche.Tests.Coding;

public class RecurrenceTests
{
    private static readonly Recurrence Recurrence = new(Words("repeatedly", "never"), Words("several"), Words("hold", "conduct"));

    [Theory]
    [InlineData("has", "VBZ", "met", "three", "times", true)]
    [InlineData("has", "VBZ", "met", "several", "times", true)]
    [InlineData("had", "VBD", "met", "three", "times", false)]
    [InlineData("will", "MD", "met", "three", "times", false)]
    [InlineData("has", "VBZ", "met", "three", "envoys", false)]
    [InlineData("has", "VBZ", "held", "three", "summits", true)]
    [InlineData("has", "VBZ", "held", "three", "summit", false)]
    public void A_perfect_with_a_number_tells_of_more_than_one(string auxiliary, string tag, string verb, string number, string noun, bool isTold) => Assert.Equal(isTold, IsTold(verb, $"""
        Trump Trump PROPN NNP 3 nsubj
        {auxiliary} {(auxiliary == "will" ? "will" : "have")} AUX {tag} 3 aux
        {verb} {(verb == "met" ? "meet" : "hold")} VERB VBN 0 root
        {number} {number} {(number == "three" ? "NUM CD 5 nummod" : "ADJ JJ 5 amod")}
        {noun} {noun.TrimEnd('s')} NOUN {(noun.EndsWith('s') ? "NNS" : "NN")} 3 {(noun == "times" ? "obl:unmarked" : "obj")}
        """));

    [Fact]
    public void A_number_may_stand_with_a_noun_between() => Assert.True(IsTold("talks", """
        Iran Iran PROPN NNP 3 nsubj
        has have AUX VBZ 3 aux
        held hold VERB VBN 0 root
        two two NUM CD 5 nummod
        rounds round NOUN NNS 3 obj
        of of ADP IN 7 case
        talks talk NOUN NNS 5 nmod
        """));

    [Theory]
    [InlineData("repeatedly", true)]
    [InlineData("openly", false)]
    public void Words_of_habit_tell_it_in_any_tense(string adverb, bool isTold) => Assert.Equal(isTold, IsTold("attacked", $"""
        Iran Iran PROPN NNP 3 nsubj
        {adverb} {adverb} ADV RB 3 advmod
        attacked attack VERB VBD 0 root
        Iraq Iraq PROPN NNP 3 obj
        """));

    private static bool IsTold(string trigger, string tree)
    {
        var sentence = Assert.Single(Trees.Report(tree).Sentences);
        return Recurrence.IsTold(Enumerable.Range(0, sentence.Count).Select(i => sentence[i]).First(t => t.Form == trigger));
    }

    private static FrozenSet<string> Words(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);
}
