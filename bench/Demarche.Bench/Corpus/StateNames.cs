using System.Collections.Immutable;

namespace Demarche.Bench.Corpus;

/// <summary>Names of states that can stand for each other in a sentence: a name for a name, an adjective for an adjective, a capital for a capital.</summary>
internal sealed class StateNames
{
    private readonly ImmutableArray<ImmutableArray<string>> _states;   // name, adjective, capital
    private readonly Dictionary<string, (int State, int Kind)> _known = new(StringComparer.Ordinal);

    private StateNames(ImmutableArray<ImmutableArray<string>> states)
    {
        _states = states;
        for (var state = 0; state < states.Length; state++)
        {
            for (var kind = 0; kind < states[state].Length; kind++)
            {
                _known.TryAdd(states[state][kind], (state, kind));
            }
        }
    }

    /// <summary>Number of states.</summary>
    public int Count => _states.Length;

    /// <summary>The states of the codebook whose name, adjective and capital are a word each.</summary>
    public static StateNames Of(CodebookFiles files)
    {
        var table = CodebookTable.Open(files.In("actors").Single(f => f.Path == "actors/countries.tsv"), ["name", "adjectives", "capital", "end"], [])!;
        var (name, adjectives, capital, end) = (table.Column("name"), table.Column("adjectives"), table.Column("capital"), table.Column("end"));
        return new StateNames(
        [
            .. table.Rows.Where(r => r.Text(end) is null).Select(r => ImmutableArray.Create(r.Text(name) ?? "", r.Values(adjectives).FirstOrDefault() ?? "", r.Text(capital) ?? ""))
                .Where(s => s.All(word => word.Length > 0 && word.All(char.IsLetter))),
        ]);
    }

    /// <summary>Name (0), adjective (1) or capital (2) of a state.</summary>
    public string Word(int state, int kind) => _states[state][kind];

    /// <summary>The sentence with each of its states replaced by one of <paramref name="cast"/>, in the order in which they come.</summary>
    public string Recast(string sentence, ReadOnlySpan<int> cast)
    {
        var words = sentence.Split(' ');
        var roles = new List<int>();
        for (var i = 0; i < words.Length; i++)
        {
            var length = words[i].TakeWhile(char.IsLetter).Count();
            if (_known.TryGetValue(words[i][..length], out var found))
            {
                if (!roles.Contains(found.State))
                {
                    roles.Add(found.State);
                }

                words[i] = Word(cast[roles.IndexOf(found.State) % cast.Length], found.Kind) + words[i][length..];
            }
        }

        return string.Join(' ', words);
    }
}
