using Demarche.Actors.Tables;
using Demarche.Language;
using NodaTime;

namespace Demarche.Actors.Finding;

/// <summary>Finds names: those of the tables, and those of the trained model that no table knows.</summary>
internal sealed class NameSpotter
{
    private readonly NamedStates _named;
    private readonly NameMatcher _matcher;
    private readonly PersonSpotter _people;
    private readonly BodySpotter _bodies;

    /// <summary>A spotter for one report.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="published">Day of the report, or null.</param>
    public NameSpotter(ActorTables tables, LocalDate? published)
    {
        _named = new NamedStates(tables, published);
        _matcher = new NameMatcher(tables, _named, published);
        _people = new PersonSpotter(tables);
        _bodies = new BodySpotter(tables);
    }

    /// <summary>Remembers the names of people in a sentence, so that "Jordan" alone can be one of them, and the states that it names.</summary>
    public void Learn(Sentence sentence)
    {
        _people.Learn(sentence);
        _named.Learn(sentence);
    }

    /// <summary>Adds the names of a sentence to its drafts.</summary>
    public void Spot(SentenceDrafts drafts)
    {
        var sentence = drafts.Sentence;
        var matches = _matcher.Matches(sentence);
        foreach (var entity in sentence.Entities)
        {
            if (entity.Kind == EntityKind.Person || _people.IsKnown(sentence, entity, matches))
            {
                _people.Add(drafts, entity, matches);
            }
            else if (entity.Kind is not EntityKind.Other)
            {
                _bodies.Add(drafts, entity, matches);
            }
        }

        foreach (var match in matches)
        {
            if (match.Reading.Entry.Kind != NameKind.NoActor && drafts.IsFree(match.First, match.Last))
            {
                var kind = match.Reading.Entry.Kind == NameKind.Person ? DraftKind.Person : DraftKind.Name;
                drafts.Add(new Draft(sentence, match.First, match.Last, kind) { Reading = match.Reading, Entity = NameMatcher.KindAt(sentence, match.First) });
            }
        }

        _people.AddKnown(drafts);
    }
}
