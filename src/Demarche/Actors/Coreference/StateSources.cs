using Demarche.Actors.Finding;
using NodaTime;

namespace Demarche.Actors.Coreference;

/// <summary>Tells how the code of a resolved draft was found.</summary>
internal static class StateSources
{
    /// <summary>The weakest step on the way from the words to the code.</summary>
    public static StateSource Of(Draft draft, LocalDate? published)
    {
        var identity = draft.Identity!;
        if (identity.CodeOn(published) is not { } code)
        {
            return StateSource.None;
        }

        if (draft.IsGuessed || identity.IsGuessed)
        {
            return StateSource.Setting;
        }

        if (draft.Reading is not null || draft.Role?.Code is not null || draft.Kind == DraftKind.Body)
        {
            return StateSource.Named;
        }

        var found = StateSource.Coreference;
        foreach (var owner in draft.Titles.SelectMany(t => t.Attached).Concat(draft.Attached).Concat(draft.Equal?.Attached ?? []))
        {
            if (owner.Identity?.CodeOn(published) == code)
            {
                found = owner.Reading is not null ? StateSource.Named : found == StateSource.Named ? found : StateSource.Possessive;
            }
        }

        return found;
    }
}
