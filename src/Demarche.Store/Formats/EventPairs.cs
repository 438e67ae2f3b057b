using Demarche.Coding.Records;

namespace Demarche.Store.Formats;

/// <summary>What formats of one source and one target make of an event.</summary>
internal static class EventPairs
{
    /// <summary>Whether the event took place: formats without a status say so of every row.</summary>
    public static bool IsDone(this EventRecord one) => EventFormats.Done.Contains(one.Status, StringComparer.Ordinal);

    /// <summary>Each actor with each recipient; where all who took part are actors, each with each other one, in order.</summary>
    public static IEnumerable<(ParticipantRecord Actor, ParticipantRecord? Recipient, int Part)> Of(EventRecord one)
    {
        var part = 0;
        if (one.Recipients.IsEmpty && one.Actors.Length > 1)
        {
            foreach (var actor in one.Actors)
            {
                foreach (var other in one.Actors.Where(a => !ReferenceEquals(a, actor)))
                {
                    yield return (actor, other, part++);
                }
            }

            yield break;
        }

        foreach (var actor in one.Actors)
        {
            foreach (var recipient in one.Recipients.IsEmpty ? [null] : one.Recipients.AsEnumerable<ParticipantRecord?>())
            {
                yield return (actor, recipient, part++);
            }
        }
    }
}
