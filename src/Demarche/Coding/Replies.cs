using Demarche.Coding.Matching;
using Demarche.Language;
using Demarche.Language.Clauses;
using Demarche.Statements;

namespace Demarche.Coding;

/// <summary>Finds to whom an act is addressed that answers one told before: "Peru called for talks. Chile rejected the proposal."</summary>
/// <remarks>Holds the acts of one report, in reading order; used by one thread. Which nouns stand for which acts the codebook says (<c>told_</c> classes).</remarks>
internal sealed class Replies(Codebook codebook)
{
    private const int FarthestSentence = 3;   // "the proposal" is that of the paragraph
    private const int SameDeedWindow = 6;     // what another has condemned by the same word goes on being the matter

    private readonly List<Match> _told = [];

    /// <summary>The act, with those whom it answers where it names nobody itself.</summary>
    public Match Addressed(Match match)
    {
        var answered = match.Recipients.IsEmpty ? With(match) : match;
        _told.Add(answered);
        return answered;
    }

    private Match With(Match match, bool onlyAnswer = false)
    {
        foreach (var part in PartsOf(match))
        {
            if (!onlyAnswer && part.Part == "object" && match.Type.Quad == Quad.VerbalConflict && IsToldBefore(part.Token) && Find(match, t => IsOfSameDeed(t, match, part.Token, exactly: true), SameDeedWindow) is { } same && !Shares(match, same.Recipients))
            {
                return match with { Recipients = same.Recipients, Parts = match.Parts.Add(new ExplainedPart("recipient (of the act told before)", same.Trigger)) };
            }

            if (!onlyAnswer && part.Part == "object" && IsToldBefore(part.Token) && Find(match, t => codebook.Told.TryGetValue(t.Type.Name, out var nouns) && nouns.Contains(part.Token.Lemma)) is { } act)
            {
                return Answering(match, act);
            }

            if (!onlyAnswer && part.Part == "object" && match.Type.Quad == Quad.VerbalConflict && IsToldBefore(part.Token) && Find(match, t => IsOfSameDeed(t, match, part.Token)) is { } other && !Shares(match, other.Recipients))
            {
                return match with { Recipients = other.Recipients, Parts = match.Parts.Add(new ExplainedPart("recipient (of the act told before)", other.Trigger)) };
            }

            if (part.Part == "complement" && codebook.Replying.Contains(part.Token.Lemma) && Find(match, t => IsAgainst(t, match)) is { } blow)
            {
                return Answering(match, blow);
            }
        }

        return IsAnswer(match) && Find(match, t => IsAgainst(t, match)) is { } answered ? Answering(match, answered) : match;
    }

    // "withdrew its ambassador in response", but not "in response to the raid", which says itself what it answers.
    private bool IsAnswer(Match match)
    {
        foreach (var child in match.Trigger.Children)
        {
            if (child.Relation == "obl" && child.Tag == Upos.NOUN && codebook.Answering.Contains(child.Lemma) && ClauseReader.PrepositionOf(child) == "in" && child.Child("nmod") is null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The act with those whom it answers, where it needs a recipient and names none; null where nothing tells whom.</summary>
    public Match? Completed(Match unaddressed) => unaddressed.Statement.Status is not (Status.Happened or Status.Ongoing or Status.Planned) ? null
        : With(unaddressed, onlyAnswer: true) is { Lack: null } complete ? complete
        : WithOpponent(unaddressed) is { Lack: null } severed ? severed
        : null;

    // "Chad accused Libya. It recalled its ambassador", "Peru imposed sanctions on Chad. Chile announced its own sanctions": where those told before are against one state only.
    private Match WithOpponent(Match match)
    {
        foreach (var part in match.Parts)
        {
            if (part.Part != "object")
            {
                continue;
            }

            var isTie = codebook.Ties.Contains(part.Token.Lemma);
            Match? first = null;
            var state = "";
            for (var i = _told.Count - 1; i >= 0 && match.Trigger.Sentence.Index - _told[i].Trigger.Sentence.Index <= FarthestSentence; i--)
            {
                if (OpponentOf(match, _told[i], part.Token, isTie) is not { } opponent)
                {
                    continue;
                }

                if (first is not null && opponent != state)
                {
                    return match;
                }

                (first, state) = (_told[i], opponent);
            }

            if (first is { } row)
            {
                var side = row.Recipients.Concat(row.Actors).First(p => p.Actor.Code == state);
                return match with { Recipients = [side], Parts = match.Parts.Add(new ExplainedPart("recipient (of the act told before)", row.Trigger)) };
            }
        }

        return match;
    }

    // The one state against which an act told before sets the actor, or which suffers the same as now.
    private static string? OpponentOf(Match match, Match told, Token thing, bool isTie)
    {
        var others = isTie && told.Type.Quad is Quad.VerbalConflict or Quad.MaterialConflict
            ? Shares(match, told.Actors) ? told.Recipients : Shares(match, told.Recipients) ? told.Actors : []
            : !isTie && told.Type == match.Type && !Shares(match, told.Recipients) && told.Parts.Any(p => p.Part == "object" && p.Token.Lemma == thing.Lemma) ? told.Recipients : [];
        return others.Select(o => o.Actor.Code).Distinct().ToList() is [{ } only] && !match.Actors.Any(a => a.Actor.Code == only) ? only : null;
    }

    // A rule that names no object has one all the same: "a statement condemning the test".
    private static IEnumerable<ExplainedPart> PartsOf(Match match) =>
        match.Type.Quad != Quad.VerbalConflict || match.Parts.Any(p => p.Part == "object") || match.Trigger.Tag != Upos.VERB || match.Trigger.Child("obj") is not { } thing ? match.Parts : match.Parts.Add(new ExplainedPart("object", thing));

    // Of its own earlier act ("lifted the ban") the recipient stays the same; another's act is answered to whoever did it.
    private static Match Answering(Match match, Match act)
    {
        var recipients = Shares(match, act.Actors) ? act.Recipients : act.Actors;
        return recipients.IsEmpty || Shares(match, recipients)
            ? match
            : match with { Recipients = recipients, Parts = match.Parts.Add(new ExplainedPart("recipient (of the act told before)", act.Trigger)) };
    }

    private Match? Find(Match match, Func<Match, bool> isMeant, int window = FarthestSentence)
    {
        for (var i = _told.Count - 1; i >= 0 && match.Trigger.Sentence.Index - _told[i].Trigger.Sentence.Index <= window; i--)
        {
            if (isMeant(_told[i]) && !IsToldOfSubject(_told[i].Trigger, match.Trigger))
            {
                return _told[i];
            }
        }

        return null;
    }

    // "Peru, which Chile had refused a loan, welcomed the decision": what a clause only tells of somebody is not what this is about.
    private static bool IsToldOfSubject(Token told, Token above)
    {
        var isRelative = false;
        for (var at = (Token?)told; at is { } token && token.Sentence == above.Sentence; at = token.Head)
        {
            if (token == above)
            {
                return isRelative;
            }

            isRelative |= token.Relation == "acl:relcl";
        }

        return false;
    }

    // "Chad condemned the Libyan raid. Niger denounced the attack": what another said the same of.
    private bool IsOfSameDeed(Match told, Match match, Token deed, bool exactly = false)
    {
        if (told.Type != match.Type || told.Recipients.IsEmpty)
        {
            return false;
        }

        foreach (var part in PartsOf(told))
        {
            if (part.Part == "object" && (part.Token.Lemma == deed.Lemma || !exactly && AreBothAttacks(part.Token, deed)))
            {
                return true;
            }
        }

        return false;
    }

    private bool AreBothAttacks(Token one, Token other) => codebook.Told.TryGetValue("ASSAULT", out var attacks) && attacks.Contains(one.Lemma) && attacks.Contains(other.Lemma);

    private static bool IsAgainst(Match blow, Match answer) =>
        blow.Type.Quad is Quad.VerbalConflict or Quad.MaterialConflict && blow.Recipients.Any(r => answer.Actors.Any(r.SharesCode));

    private static bool Shares(Match match, IEnumerable<Participant> others) => others.Any(o => match.Actors.Any(a => a.SharesCode(o) || a.Actor.Name == o.Actor.Name));

    // "the proposal", "these charges", but not "the proposal of the bishops".
    private bool IsToldBefore(Token noun)
    {
        var definite = false;
        foreach (var child in noun.Children)
        {
            if (child.Relation == "nmod:poss" && codebook.Days.Contains(child.Lemma.ToLowerInvariant()))
            {
                definite = true;   // "Friday's test"
                continue;
            }

            if (child.Relation is "nmod" or "nmod:poss" or "acl" or "acl:relcl" or "compound" && ClauseReader.PrepositionOf(child) != "as")   // "dismissed the charge as baseless"
            {
                return false;
            }

            definite |= child is { Relation: "det", Lemma: "the" or "this" or "that" or "these" or "those" or "such" };
        }

        return definite;
    }
}
