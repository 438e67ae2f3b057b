using System.Collections.Immutable;
using Demarche.Language;
using Demarche.Language.Clauses;

namespace Demarche.Places;

/// <summary>Finds the places that a report names, and which of several namesakes is meant. Immutable and thread-safe.</summary>
/// <remarks>A place that no table knows is a mention without a <see cref="Place"/>; it never empties the rest of the answer.</remarks>
public sealed class PlaceFinder
{
    private const int WellKnown = 100_000;   // people; a smaller town needs the model or a preposition to be taken for one

    private readonly Gazetteer _gazetteer;

    private PlaceFinder(Gazetteer gazetteer) => _gazetteer = gazetteer;

    /// <summary>Reads <c>codebook/places/</c> and the states of <c>codebook/actors/countries.tsv</c>.</summary>
    /// <returns>The finder, or the first thing that is wrong with the tables, with file and line.</returns>
    public static Outcome<PlaceFinder> Load(CodebookFiles files)
    {
        var complaints = new List<Diagnostic>();
        var gazetteer = Gazetteer.Read(files, complaints);
        return complaints.Count > 0 ? complaints[0] : new PlaceFinder(gazetteer);
    }

    /// <summary>The place mentions of a report, in reading order.</summary>
    public PlaceMentions Find(ParsedReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var context = new PlaceContext(_gazetteer, report);
        var mentions = ImmutableArray.CreateBuilder<PlaceMention>();
        foreach (var sentence in report.Sentences)
        {
            Find(sentence, context, mentions);
        }

        return new PlaceMentions(mentions.ToImmutable());
    }

    private void Find(Sentence sentence, PlaceContext context, ImmutableArray<PlaceMention>.Builder mentions)
    {
        for (var i = 0; i < sentence.Count;)
        {
            var entity = EntityAt(sentence, i);
            var match = entity?.Kind is null or EntityKind.Place or EntityKind.Organisation ? _gazetteer.Names.Longest(sentence, i) : null;
            if (match is not null && Accepts(sentence, i, match, entity))
            {
                var last = i + match.Length - 1;
                var (place, reason) = context.Choose(match.Values, sentence, i, last);
                mentions.Add(new PlaceMention(sentence, i, last, TokenRange.Head(sentence, i, last), place.ToPlace(), reason));
                i += match.Length;
            }
            else if (entity is { Kind: EntityKind.Place } unknown && unknown.First == i && char.IsUpper(sentence[i].Form[0]) && !KnowsPart(sentence, unknown))
            {
                mentions.Add(new PlaceMention(sentence, i, unknown.Last, TokenRange.Head(sentence, i, unknown.Last), null, "the model takes it for a place; no table knows it"));
                i = unknown.Last + 1;
            }
            else
            {
                i++;
            }
        }
    }

    private static Entity? EntityAt(Sentence sentence, int token)
    {
        foreach (var entity in sentence.Entities)
        {
            if (entity.First <= token && token <= entity.Last)
            {
                return entity;
            }
        }

        return null;
    }

    // "Washington Post" is no Washington, and "Seoul said" speaks of a government.
    private static bool Accepts(Sentence sentence, int first, PhraseMatch<GazetteerEntry> match, Entity? entity)
    {
        var last = first + match.Length - 1;
        var head = sentence[TokenRange.Head(sentence, first, last)];
        if (entity is { Kind: EntityKind.Organisation } body && (body.First < first || body.Last > last))
        {
            return false;
        }

        if (sentence[first].Tag is not Upos.PROPN && entity?.Kind is not EntityKind.Place && match.Length == 1)
        {
            return false;
        }

        if (match.Length == 1 && first > 0 && sentence[first - 1].Tag == Upos.DET && !match.Values.Any(v => v.Level == PlaceLevel.Country || v.Country.Length == 0))
        {
            return false;   // "the North" is no region of that name
        }

        var preposition = ClauseReader.PrepositionOf(head);
        if (match.Values.Any(v => v.IsCapital) && preposition is null && head.BaseRelation is "nsubj" or "iobj")
        {
            return false;
        }

        if (last + 1 < sentence.Count && sentence[last + 1] is { Tag: Upos.PROPN, BaseRelation: "flat" } && entity?.Kind is not EntityKind.Place)
        {
            return false;   // "Jordan Peterson", where the model saw no person
        }

        return entity?.Kind is EntityKind.Place || match.Length > 1 || preposition is "in" or "at" or "near" or "from" or "to" or "of"
            || match.Values.Any(v => v.Level == PlaceLevel.Country || v.Population >= WellKnown);
    }

    // "the Metropole Hotel in Hanoi" taken for one place: the part that the tables know is better than nothing.
    private bool KnowsPart(Sentence sentence, Entity entity)
    {
        for (var i = entity.First; i <= entity.Last; i++)
        {
            if (_gazetteer.Names.Longest(sentence, i) is { } match && i + match.Length - 1 == entity.Last && (i == entity.First || sentence[i - 1].Tag is Upos.ADP or Upos.PUNCT or Upos.ADJ))
            {
                return true;
            }
        }

        return false;
    }
}
