using Demarche.Actors.Finding;
using Demarche.Actors.Tables;
using Demarche.Language;
using NodaTime;

namespace Demarche.Actors.Coreference;

/// <summary>Gathers what a report tells of whose "police" and "nurses" are, state by state.</summary>
/// <param name="report">The drafts of the report.</param>
/// <param name="subject">What the report is about.</param>
/// <param name="identities">The identities of the report.</param>
/// <param name="tables">The tables.</param>
/// <param name="published">Day of the report, or null.</param>
internal sealed class StateGuesses(IReadOnlyList<SentenceDrafts> report, ReportSubject subject, Identities identities, ActorTables tables, LocalDate? published)
{
    private const int Window = 3;            // sentences
    private const double Fading = 0.6;       // of what was named a sentence earlier

    /// <summary>The question for a draft; no state stands in it where the report names none.</summary>
    public StateQuestion Ask(Draft draft, SentenceDrafts sentence)
    {
        var sector = SectorOf(draft);
        var states = new Dictionary<string, double[]>(StringComparer.Ordinal);
        double[] At(string code)
        {
            if (!states.TryGetValue(code, out var clues))
            {
                states.Add(code, clues = new double[StateWeights.Clues]);
                clues[(int)StateClue.Share] = subject.ShareOf(code);
                clues[(int)StateClue.Scene] = code == subject.Scene ? 1 : 0;
                clues[(int)StateClue.Dateline] = code == subject.Dateline ? 1 : 0;
                clues[(int)StateClue.Topic] = code == subject.Topic ? 1 : 0;
                clues[(int)StateClue.First] = code == subject.First ? 1 : 0;
                clues[(int)StateClue.Kin] = sector is not null && code == identities.LastCodeOf(sector) ? 1 : 0;
            }

            return clues;
        }

        foreach (var code in subject.Foremost)
        {
            At(code);
        }

        if (subject.Dateline is { } written)
        {
            At(written);   // "LIMA, Dec 18": its own state may be named nowhere else
        }

        InSentence(draft, sentence, At);
        InSentencesBefore(draft, At);
        RemoveOutsiders(draft, sentence, states);
        return new StateQuestion(draft, sector is not null && tables.StateWeights.PeopleSectors.Contains(sector), [.. states.Select(s => (s.Key, s.Value))], AgainstAll(draft, sector, states.Count));
    }

    /// <summary>Whether the report names a state.</summary>
    public bool Names(string code) => subject.ShareOf(code) > 0;

    /// <summary>The sector of a noun, or of the title of a name.</summary>
    public static string? SectorOf(Draft draft) => draft.Role?.Sector ?? draft.Titles.Find(t => t.Role?.Sector is not null)?.Role!.Sector ?? draft.Equal?.Role?.Sector;

    private void InSentence(Draft draft, SentenceDrafts sentence, Func<string, double[]> at)
    {
        foreach (var other in sentence.All)
        {
            if (other == draft || other.IsFolded || other.Host == draft || CodeOf(other) is not { } code)
            {
                continue;
            }

            var clues = at(code);
            if (other.Use == MentionUse.Place)
            {
                clues[(int)StateClue.Place] = 1;
                clues[(int)StateClue.NearPlace] = ClauseRoles.SharesClause(other, draft) ? 1 : clues[(int)StateClue.NearPlace];
                continue;
            }

            clues[(int)(other.CoreFirst < draft.CoreFirst ? StateClue.Beside : StateClue.After)] = 1;
            if (ClauseRoles.IsSubject(other) && ClauseRoles.IsUnder(draft, other))
            {
                clues[(int)(IsDoer(other) && ClauseRoles.SharesClause(draft, other) ? StateClue.Doer : StateClue.Subject)] = 1;
            }
            else if (ClauseRoles.IsSubject(draft) && ClauseRoles.SharesClause(other, draft))
            {
                clues[(int)StateClue.Object] = 1;
            }

            if (IsOfficial(other) && (ClauseRoles.SharesClause(draft, other) || ClauseRoles.SharesClause(other, draft)))
            {
                clues[(int)StateClue.Official] = 1;
            }
            else if (other.Identity?.SectorOn(published) is "COP" or "JUD")
            {
                clues[(int)StateClue.Power] = 1;
            }
        }
    }

    // "Turkey said the opposition should unite", "Russia backed the government": what a state says and does to a government, an opposition or rebels it does to those of another.
    // "A Syrian jet killed nine soldiers": an army kills another's. "Vucic met the ambassadors": they are not his own.
    private void RemoveOutsiders(Draft draft, SentenceDrafts sentence, Dictionary<string, double[]> states)
    {
        var isParty = draft.Role is { Kind: RoleKind.Institution, Sector: "GOV", IsSame: true } or { Sector: "OPP", Kind: RoleKind.Group } or { Sector: "REB" } && draft.HeadToken.Child("det") is { Lemma: "the" };
        var isVictim = draft.Role?.Sector == "MIL" && ClauseRoles.Conjunct(draft.HeadToken) is { BaseRelation: "obj", Head: { } harm } && tables.Roles.Words.Harming.Contains(harm.Lemma);
        var isGuest = draft.Role is { Kind: RoleKind.Person, Sector: "GOV", IsSame: true, IsLeader: false } && ClauseRoles.Conjunct(draft.HeadToken) is { BaseRelation: "obj" or "obl", Head: { Tag: Upos.VERB } act } && !tables.Roles.Words.Having.Contains(act.Lemma) && !tables.Roles.Words.Appointing.Contains(act.Lemma);
        if (isGuest && draft.IsPlural)
        {
            states.Clear();   // several ambassadors are of several states
        }

        foreach (var other in isParty || isVictim || isGuest ? sentence.All : [])
        {
            if (states.Count > 1 && other != draft && !other.IsFolded && ClauseRoles.IsSubject(other) && CodeOf(other) is { } code && (isParty && code != subject.Topic && other is { IsState: true, Use: MentionUse.Actor } && ClauseRoles.IsSaidBy(draft, other)
                || isVictim && IsDoer(other) && ClauseRoles.SharesClause(draft, other)
                || isGuest && other.Use == MentionUse.Actor && ClauseRoles.SharesClause(draft, other)))
            {
                states.Remove(code);
            }
        }
    }

    private void InSentencesBefore(Draft draft, Func<string, double[]> at)
    {
        var all = 0.0;
        var touched = new List<double[]>();
        for (var s = draft.Sentence.Index; s >= 0 && s >= draft.Sentence.Index - Window; s--)
        {
            var distance = draft.Sentence.Index - s;
            foreach (var other in report[s].All)
            {
                if (other.IsFolded || distance == 0 && other.CoreFirst >= draft.CoreFirst || CodeOf(other) is not { } code)
                {
                    continue;
                }

                var clues = at(code);
                var weight = Math.Pow(Fading, distance);
                all += weight;
                clues[(int)StateClue.Recent] += weight;
                touched.Add(clues);
                if (distance == 1)
                {
                    clues[(int)(other.Use == MentionUse.Place ? StateClue.PlaceBefore : StateClue.Before)] = other.Use == MentionUse.Place || ClauseRoles.IsSubject(other) ? 1 : clues[(int)StateClue.Before];
                }
            }
        }

        foreach (var clues in touched.Distinct())
        {
            clues[(int)StateClue.Recent] /= all;
        }
    }

    private double[] AgainstAll(Draft draft, string? sector, int states)
    {
        var clues = new double[StateWeights.NoClues];
        clues[(int)NoStateClue.Any] = 1;
        clues[(int)NoStateClue.NoTopic] = subject.Topic is null ? 1 : 0;
        clues[(int)NoStateClue.Choice] = Math.Log2(Math.Max(1, states));
        clues[(int)NoStateClue.Business] = sector == "BUS" ? 1 : 0;
        var determiner = draft.HeadToken.Child("det");
        clues[(int)NoStateClue.Indefinite] = determiner is { Lemma: "a" or "an" or "one" } || draft.HeadToken.Child("nummod") is not null ? 1 : 0;
        clues[(int)NoStateClue.Bare] = draft.IsPlural && determiner is null ? 1 : 0;
        clues[(int)NoStateClue.Named] = draft.Kind == DraftKind.Person ? 1 : 0;
        return clues;
    }

    /// <summary>The state of a draft: what was read already has its code; what stands later has that of its name.</summary>
    public string? CodeOf(Draft draft) => (draft.Identity is { } known ? known.CodeOn(published) : subject.CodeOf(draft)) is { } code && subject.IsState(code) ? code : null;

    // A state or its army that acts: "Israeli soldiers shot worshippers".
    private bool IsDoer(Draft draft) => draft.HeadToken.Relation != "nsubj:pass" && draft.Identity is { IsPerson: false } force && force.SectorOn(published) is null or "MIL";

    private bool IsOfficial(Draft draft) => draft.Identity is { } known ? known is { IsPerson: true, IsNamed: true } && known.SectorOn(published) == "GOV"
        : draft.Reading?.Entry is { Kind: NameKind.Person } person && person.OfficeOn(published)?.Sectors.FirstOrDefault() == "GOV";
}
