using Demarche.Language;
using Demarche.Training.Data;

namespace Demarche.Tests.Training;

/// <summary>A treebank of our own, small enough to be learnt by heart.</summary>
public static class TinyCorpus
{
    private const string Trees = """
        1	Iran	Iran	PROPN	NNP	_	2	nsubj	_	_
        2	rejected	reject	VERB	VBD	_	0	root	_	_
        3	new	new	ADJ	JJ	_	4	amod	_	_
        4	talks	talk	NOUN	NNS	_	2	obj	_	_
        5	.	.	PUNCT	.	_	2	punct	_	_

        1	The	the	DET	DT	_	2	det	_	_
        2	envoy	envoy	NOUN	NN	_	3	nsubj	_	_
        3	left	leave	VERB	VBD	_	0	root	_	_
        4	Geneva	Geneva	PROPN	NNP	_	3	obj	_	_
        5	on	on	ADP	IN	_	6	case	_	_
        6	Monday	Monday	PROPN	NNP	_	3	obl	_	_
        7	.	.	PUNCT	.	_	3	punct	_	_

        1-2	don't	_	_	_	_	_	_	_	_
        1	Do	do	AUX	VBP	_	3	aux	_	_
        2	n't	not	PART	RB	_	3	advmod	_	_
        3	go	go	VERB	VB	_	0	root	_	_

        1	Talks	talk	NOUN	NNS	_	2	nsubj	_	_
        2	failed	fail	VERB	VBD	_	0	root	_	_

        """;

    private const string Names = """
        # newdoc id = one
        Iran	B-Location
        rejected	O
        talks	O
        with	O
        Anna	B-Person
        Karlsson	I-Person
        .	O

        Swiss	B-NORP
        envoys	O
        left	O
        """;

    internal static Corpus Read()
    {
        var trees = Treebank.Read(Trees.Split('\n'));
        var names = EntityArticles.Read(Names.Split('\n'));
        trees = [.. trees, .. trees, .. trees];   // so often that no pair of tags passes for a slip
        return new Corpus([.. trees], [.. names], [.. names], [("tiny", [.. trees])]);
    }

    [Fact]
    public static void LeavesMultiwordRowsOut()
    {
        var corpus = Read();
        Assert.Equal(["Do", "n't", "go"], corpus.Train[2].Forms);
        Assert.Equal([2, 2, -1], corpus.Train[2].Heads);
    }

    [Fact]
    public static void ReadsNamesAsSpans()
    {
        var names = Read().Names;
        Assert.Equal([new Entity(0, 0, EntityKind.Place), new Entity(4, 5, EntityKind.Person)], names[0].Entities);
        Assert.Equal([new Entity(0, 0, EntityKind.Nationality)], names[1].Entities);
    }
}
