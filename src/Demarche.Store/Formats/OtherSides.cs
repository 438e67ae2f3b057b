using Demarche.Coding.Records;
using NodaTime;

namespace Demarche.Store.Formats;

/// <summary>Finds the second row of what two do together: a format of one source and one target tells a meeting once from each side.</summary>
/// <remarks>Two rows are one where the same report tells them of the same day with the same code, and they are of cooperation: who accuse each other do so twice.</remarks>
internal sealed class OtherSides
{
    private readonly Dictionary<Row, int> _waiting = [];

    /// <summary>Takes an event; whether it is the other side of one that came before.</summary>
    public bool Take(EventRecord one)
    {
        if (one.Quad is not (1 or 2) || one is not { Actors: [{ Code: { } actor }], Recipients: [{ Code: { } recipient }] })
        {
            return false;
        }

        var other = new Row(one.Date, recipient, actor, one.Cameo ?? one.Type, one.Mode, one.Citation.Report);
        if (_waiting.GetValueOrDefault(other) is > 0 and var times)
        {
            _waiting[other] = times - 1;
            return true;
        }

        var row = other with { Actor = actor, Recipient = recipient };
        _waiting[row] = _waiting.GetValueOrDefault(row) + 1;
        return false;
    }

    private readonly record struct Row(LocalDate? Day, string Actor, string Recipient, string Code, string? Mode, string Report);
}
