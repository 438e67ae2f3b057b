using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Actors;

/// <summary>A state, organisation, group or person as PLOVER names it.</summary>
/// <param name="Code">ISO 3166 alpha-3 code of the state, or PLOVER's international code (IGO, UNO, EUR, NGO, ISM, IMG, MNC); null where it is not known.</param>
/// <param name="Sectors">PLOVER sectors, the primary first; empty for the state as a whole.</param>
/// <param name="Name">The identity's name: "North Korea", "Stephen Biegun".</param>
public sealed record Actor(string? Code, ImmutableArray<string> Sectors, string Name)
{
    /// <summary>The office held as the report says or the table knows: "Deputy Secretary of State".</summary>
    public string? Office { get; init; }

    /// <summary>Whether the identity is a person.</summary>
    public bool IsPerson { get; init; }
}

/// <summary>Words of a sentence that name an actor.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="First">Index of the first token.</param>
/// <param name="Last">Index of the last token, included.</param>
/// <param name="Head">Index of the head token of the mention in the tree.</param>
/// <param name="Actor">Who is named, after coreference within the report.</param>
/// <param name="Reason">Why: the table entry, title or earlier mention that says so.</param>
/// <param name="Use">Whether the words act as an actor or only modify or locate.</param>
public sealed record ActorMention(Sentence Sentence, int First, int Last, int Head, Actor Actor, string Reason, MentionUse Use)
{
    /// <summary>Further actors that the same words name: "the two leaders", "both sides"; empty for most.</summary>
    public ImmutableArray<Actor> Others { get; init; } = [];

    /// <summary>How the actor's state or international code was found, the weakest step on the way; a guess from the report's setting is the one to doubt.</summary>
    public StateSource State { get; init; }

    /// <summary>Where the words stand in the report as read.</summary>
    public Span Span => Sentence[First].Span.Cover(Sentence[Last].Span);
}

/// <summary>How a mention is used.</summary>
public enum MentionUse
{
    /// <summary>It names the actor itself.</summary>
    Actor,

    /// <summary>It modifies a noun that is no actor of its own: "US sanctions", "North Korean demands", "Iran's arsenal".</summary>
    Modifier,

    /// <summary>It names where something is: "in Seoul".</summary>
    Place,

    /// <summary>It names a deed or thing of which the report does not tell whose it is: "a car bomb", "the resolution". It has no code, and no event has it for an actor.</summary>
    Thing,
}

/// <summary>How the code of an actor was found, the surest first.</summary>
public enum StateSource
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>The words or the tables say it: "Iranian officials", "the Kremlin", "Joe Biden".</summary>
    Named,

    /// <summary>It is that of another whose the actor is: "its minister", "Putin's spokesman".</summary>
    Possessive,

    /// <summary>The words stand for one whose code is known from elsewhere in the report: "he", "the minister".</summary>
    Coreference,

    /// <summary>The report leaves it open, and it was guessed from where or about whom the report is: "police", "the ministry".</summary>
    Setting,
}

/// <summary>The actor mentions of one report, found by sentence and token. Immutable and thread-safe.</summary>
public sealed class ActorMentions
{
    private readonly ActorMention?[][] _byHead;

    /// <summary>Indexes the mentions; where two share a head, the longer stays.</summary>
    public ActorMentions(ParsedReport report, IEnumerable<ActorMention> mentions)
    {
        ArgumentNullException.ThrowIfNull(report);
        All = [.. mentions.OrderBy(m => m.Sentence.Index).ThenBy(m => m.First).ThenByDescending(m => m.Last)];
        _byHead = [.. report.Sentences.Select(s => new ActorMention?[s.Count])];
        foreach (var mention in All.Where(m => m.Use != MentionUse.Thing))
        {
            ref var slot = ref _byHead[mention.Sentence.Index][mention.Head];
            if (slot is null || mention.Last - mention.First > slot.Last - slot.First)
            {
                slot = mention;
            }
        }

        foreach (var mention in All.Where(m => m.Use != MentionUse.Thing))
        {
            IndexPieces(mention);
        }
    }

    /// <summary>All mentions in reading order.</summary>
    public ImmutableArray<ActorMention> All { get; }

    /// <summary>The mention whose head is <paramref name="token"/>, or null; things name nobody. Where a parse tears a name apart, each piece counts as a head.</summary>
    public ActorMention? At(Token token) => _byHead[token.Sentence.Index][token.Index];

    private void IndexPieces(ActorMention mention)
    {
        for (var i = mention.First; i <= mention.Last; i++)
        {
            var token = mention.Sentence[i];
            if ((token.HeadIndex < mention.First || token.HeadIndex > mention.Last) && token.Tag is Upos.PROPN or Upos.NOUN)
            {
                _byHead[mention.Sentence.Index][i] ??= mention;
            }
        }
    }
}
