using System.Collections.Immutable;
using Demarche.Time.Meanings;

namespace Demarche.Time.Expressions;

/// <summary>One pass over the atoms of a report: resolves the expressions that the rules found, in reading order.</summary>
internal sealed class Reading(RuleBook book, Setting setting)
{
    private readonly Signals _signals = new(book);

    /// <summary>Resolves the expressions.</summary>
    /// <param name="atoms">Atoms in reading order.</param>
    /// <param name="matches">What the rules found in them.</param>
    /// <param name="direction">Tells where the clause around some atoms points.</param>
    /// <param name="isAside">Tells of a sentence whether it is none of the story's own, as under a photo: "a day later" never counts from its days.</param>
    public ImmutableArray<TimeExpression> Read(List<Atom> atoms, List<TimeMatch> matches, Func<List<Atom>, int, int, Direction> direction, Func<int, bool>? isAside = null)
    {
        var found = ImmutableArray.CreateBuilder<TimeExpression>();
        foreach (var match in matches)
        {
            setting.Direction = direction(atoms, match.Start, match.End);
            var meaning = match.Rule.Means!.Evaluate(match, setting);
            var (first, last) = (atoms[match.Start], atoms[match.End - 1]);
            found.Add(new TimeExpression(first.Span.Cover(last.Span), meaning.Kind, meaning.Value, meaning.Interval, meaning.Reason, _signals.Before(atoms, match.Start), match.Rule.Id)
            {
                Clue = meaning.Clue,
                Direction = setting.Direction,
                Tokens = (first.Token, last.Token),
                Sentence = first.Sentence,
            });
            if (isAside is null || !isAside(first.Sentence))
            {
                Follow(meaning);
            }
        }

        return found.ToImmutable();
    }

    // The narrative moves to each date named; "a year ago" means the quarter only while the text speaks of one.
    private void Follow(Meaning meaning)
    {
        if (meaning.Kind == TimeKind.Duration)
        {
            setting.Quarter = meaning.Value is { } length && length.EndsWith('M') && !length.Contains('X', StringComparison.Ordinal) ? null : setting.Quarter;
            return;
        }

        if (!meaning.MovesNarrative || meaning.Interval is not { } interval || meaning.Value is not { } value || value.EndsWith("_REF", StringComparison.Ordinal))
        {
            return;
        }

        setting.Narrative = interval;
        setting.NarrativeValue = value;
        if (value.Length == 7 && value[5] == 'Q')
        {
            // Comparisons and forecasts do not change the quarter that the text is about.
            var (year, quarter) = (int.Parse(value.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture), value[6] - '0');
            var compared = setting.Quarter is { } held && held.Quarter == quarter && held.Year == year + 1;
            var forecast = setting.Quarter is not null && setting.Published is { } report && interval.End >= report;
            setting.Quarter = compared || forecast ? setting.Quarter : (year, quarter);
        }
    }
}
