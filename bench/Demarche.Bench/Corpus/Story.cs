using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Demarche.Bench.Corpus;

/// <summary>A made-up report: headline, dateline, and paragraphs in which news of a few states stands among background. The same number gives the same story.</summary>
internal sealed partial class Story
{
    private const int Words = 500;
    private const double NewsShare = 0.3;   // of the sentences, as in foreign news
    private static readonly string[] Towns = ["Arlen", "Bexford", "Colmara", "Dunvale", "Estero", "Fairhaven", "Gorna", "Hollin", "Ivara", "Jessup", "Kestrel", "Lorne", "Marbeth", "Nordal", "Ostrow", "Perrin"];
    private static readonly string[] First = ["Anna", "Boris", "Clara", "David", "Elena", "Farid", "Grace", "Hassan", "Irene", "Jonas", "Karim", "Laura", "Mikhail", "Nadia", "Oscar", "Paula", "Rashid", "Sofia", "Tomas", "Vera"];
    private static readonly string[] Last = ["Abrams", "Berger", "Castro", "Dahl", "Eriksen", "Farouk", "Granger", "Haddad", "Ivanov", "Jansen", "Keller", "Lindqvist", "Moreno", "Novak", "Okafor", "Petrov", "Rahman", "Santos", "Tanaka", "Weber"];
    private static readonly string[] Bodies = ["the World Bank", "the African Union", "the European Commission", "the International Monetary Fund", "the Arab League", "the United Nations"];
    private readonly SentencePool _pool;
    private readonly StateNames _states;
    private readonly Random _dice;
    private readonly int[] _cast;
    private readonly Queue<string> _background = [];
    private readonly DateOnly _day;

    private Story(SentencePool pool, StateNames states, Random dice)
    {
        (_pool, _states, _dice) = (pool, states, dice);
        _cast = [.. Enumerable.Range(0, 4).Select(_ => dice.Next(states.Count))];
        _day = new DateOnly(2004, 1, 1).AddDays(dice.Next(7000));
    }

    /// <summary>Day of publication and text of a story.</summary>
    public static (DateOnly Day, string Text) Tell(SentencePool pool, StateNames states, int seed, int number)
    {
#pragma warning disable CA5394   // a seed must give the same corpus
        var story = new Story(pool, states, new Random((seed * 1_000_003) + number));
#pragma warning restore CA5394
        return (story._day, story.Text());
    }

    private string Text()
    {
        var text = new StringBuilder().Append(Headline()).Append("\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{_states.Word(_cast[0], 2).ToUpperInvariant()}, {_day:MMMM d} (Sample Wire) -- ");
        var words = 0;
        for (var sentence = 0; words < Words; sentence++)
        {
            var next = sentence == 0 || _dice.NextDouble() < NewsShare ? News() : Background();
            words += next.Count(c => c == ' ') + 1;
            text.Append(next).Append(_dice.Next(3) == 0 ? "\n\n" : " ");
        }

        return text.ToString().TrimEnd() + "\n";
    }

    private string Headline() => News().TrimEnd('.', '?', '"');

    private string News()
    {
        _dice.Shuffle(_cast);
        return _states.Recast(Pick(_pool.News), _cast);
    }

    private string Background() => Blank().Replace(NextBackground(), match => match.ValueSpan[1..^1] switch
    {
        "state" => _states.Word(Pick(_cast), 0),
        "adjective" => _states.Word(Pick(_cast), 1),
        "capital" => _states.Word(Pick(_cast), 2),
        "town" => Pick(Towns),
        "number" => (_dice.Next(11, 900) * 10).ToString("N0", CultureInfo.InvariantCulture),
        "small" => _dice.Next(4, 60).ToString(CultureInfo.InvariantCulture),
        "year" => (1950 + _dice.Next(50)).ToString(CultureInfo.InvariantCulture),
        "month" => CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[_dice.Next(12)],
        "day" => ((DayOfWeek)_dice.Next(7)).ToString(),
        "person" => $"{Pick(First)} {Pick(Last)}",
        _ => Pick(Bodies),
    });

    // No sentence twice in a story before all were told.
    private string NextBackground()
    {
        if (_background.Count == 0)
        {
            string[] all = [.. _pool.Background];
            _dice.Shuffle(all);
            Array.ForEach(all, _background.Enqueue);
        }

        return _background.Dequeue();
    }

    private T Pick<T>(IReadOnlyList<T> any) => any[_dice.Next(any.Count)];

    [GeneratedRegex(@"\{[a-z]+\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blank();
}
