using Demarche.Actors.Tables;
using Demarche.Language;
using Demarche.Language.Clauses;

namespace Demarche.Actors.Finding;

/// <summary>Ties titles to the names of those who bear them: "Deputy Prime Minister and Foreign Minister Belk", "Minister for Europe Dahl".</summary>
internal sealed class TitleBinder(Roles roles)
{
    /// <summary>Gives each name the titles before it, and those whose phrase it hangs on or behind.</summary>
    public void Bind(SentenceDrafts drafts)
    {
        foreach (var person in drafts.All.ToArray())
        {
            if (person.Kind != DraftKind.Person)
            {
                continue;
            }

            var before = person.CoreFirst - 1;
            while (before >= 0 && roles.Words.Honorifics.TryGetValue(person.Sentence[before].Form, out var gender))
            {
                person.Gender = gender is "m" or "f" ? gender[0] : person.Gender;
                before--;
            }

            before -= before > 0 && roles.Words.HonorificLength(person.Sentence, before - 1) == 2 ? 2 : 0;

            while (drafts.Owner(before) is { Kind: DraftKind.Common, Role.Kind: RoleKind.Person } title && !title.IsPlural && title.CoreLast == before)
            {
                person.Titles.Add(title);
                person.Gender ??= title.Role!.Gender;
                title.IsFolded = true;
                before = title.CoreFirst - 1;
                if (before >= 1 && person.Sentence[before].Relation == "cc" && drafts.Owner(before - 1) is { Kind: DraftKind.Common } first && !(IsHighest(title) && IsHighest(first)))
                {
                    before--;   // "Deputy Prime Minister and Foreign Minister"
                }
            }

            if (before + 1 < person.CoreFirst)
            {
                person.Lead = before + 1;
                person.Head = TokenRange.Head(person.Sentence, before + 1, person.CoreLast);
            }
        }

        foreach (var title in drafts.All)
        {
            if (title is { Kind: DraftKind.Common, IsFolded: false, IsPlural: false, Role.Kind: RoleKind.Person } && (NameAbove(drafts, title) ?? NameBehind(drafts, title)) is { } person)
            {
                person.Titles.Add(title);
                title.IsFolded = true;
            }
        }
    }

    // "The PM and President Medvedev": nobody is both.
    private static bool IsHighest(Draft title) => title.Role is { IsLeader: true, IsOpen: false, IsSame: true };

    // "Minister for Europe Clément Beaune": the title hangs on the name and holds a phrase of its own.
    private static Draft? NameAbove(SentenceDrafts drafts, Draft title) =>
        title.HeadToken.Relation is "nmod:desc" or "compound" or "flat" or "nmod:unmarked" && drafts.Owner(title.HeadToken.HeadIndex) is { Kind: DraftKind.Person } person && person.CoreFirst > title.CoreLast ? person : null;

    // "Ambassador of Norway to Qatar Lars Dahl": the name hangs on the title, behind its phrase.
    private static Draft? NameBehind(SentenceDrafts drafts, Draft title)
    {
        var person = drafts.All.Find(d => d is { Kind: DraftKind.Person, Titles.Count: 0 } && d.CoreFirst > title.CoreLast + 1 && d.HeadToken.HeadIndex == title.Head && d.HeadToken.BaseRelation is "nmod" or "flat" or "dep"
            && ClauseReader.PrepositionOf(d.HeadToken) is null && d.Sentence[d.CoreFirst - 1].Tag is not (Upos.PUNCT or Upos.CCONJ));
        if (person is not null && char.IsUpper(title.Sentence[title.CoreFirst].Form[0]))
        {
            (person.Lead, person.Head) = (title.CoreFirst, title.Head);
            return person;
        }

        return null;
    }
}
