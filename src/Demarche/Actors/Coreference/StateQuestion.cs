using System.Collections.Immutable;
using Demarche.Actors.Finding;
using Demarche.Actors.Tables;

namespace Demarche.Actors.Coreference;

/// <summary>Whose a noun without a state is: the states that may be meant, with what speaks for each, and what speaks for none.</summary>
/// <param name="Draft">The noun, or the name with a title.</param>
/// <param name="IsPeople">Whether it is one of people at large, not of a state's organs.</param>
/// <param name="States">Each state with its clues, in the order of <see cref="StateClue"/>.</param>
/// <param name="None">The clues to none, in the order of <see cref="NoStateClue"/>.</param>
internal sealed record StateQuestion(Draft Draft, bool IsPeople, ImmutableArray<(string Code, double[] Clues)> States, double[] None)
{
    /// <summary>The state that most speaks for, and the clue that says most; null where none is more likely.</summary>
    /// <param name="weights">The weights of the clues.</param>
    /// <param name="isOfSome">Whether it is sure to be of one of the states.</param>
    public (string Code, StateClue Clue)? Answer(ImmutableArray<double> weights, bool isOfSome = false)
    {
        var best = isOfSome ? double.MinValue : 0.0;
        for (var i = 0; i < None.Length && !isOfSome; i++)
        {
            best += None[i] * weights[StateWeights.Clues + i];
        }

        (string, StateClue)? answer = null;
        foreach (var (code, clues) in States)
        {
            var score = 0.0;
            var most = 0;
            for (var i = 0; i < clues.Length; i++)
            {
                score += clues[i] * weights[i];
                most = clues[i] * weights[i] > clues[most] * weights[most] ? i : most;
            }

            if (score > best)
            {
                (best, answer) = (score, (code, (StateClue)most));
            }
        }

        return answer;
    }
}
