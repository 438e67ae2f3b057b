namespace Demarche.Language;

/// <summary>The words by which readings are mended: those of <c>readings.tsv</c>, a part of the engine as the trained model is. Immutable and thread-safe.</summary>
internal sealed class ReadingWords
{
    private const string Shipped = "language/readings.tsv";
    private readonly Dictionary<string, HashSet<string>> _lists;

    private ReadingWords(Dictionary<string, HashSet<string>> lists) => _lists = lists;

    /// <summary>Nouns beside which a name is a person's: "chief".</summary>
    public IReadOnlySet<string> Offices => _lists["office"];

    /// <summary>Verbs that take what is said: "told".</summary>
    public IReadOnlySet<string> Saying => _lists["saying"];

    /// <summary>Verbs that take what is to be done as an infinitive: "voted".</summary>
    public IReadOnlySet<string> Resolving => _lists["resolving"];

    /// <summary>Verbs that take one and, behind "of", what he is said to have done: "accused".</summary>
    public IReadOnlySet<string> Accusing => _lists["accusing"];

    /// <summary>Verbs that take a thing and what it is called: "deemed".</summary>
    public IReadOnlySet<string> Naming => _lists["naming"];

    /// <summary>Verbs that take a thing and, behind "as", what it is: "described".</summary>
    public IReadOnlySet<string> Describing => _lists["describing"];

    /// <summary>Days of the week and months, each as it stands behind "on": "Monday", "Dec".</summary>
    public IReadOnlySet<string> Days => _lists["day"];

    /// <summary>Verbs that take a thing and where it is: "stationed".</summary>
    public IReadOnlySet<string> Placing => _lists["placing"];

    /// <summary>Verbs that take a sum and whom it goes to: "lent".</summary>
    public IReadOnlySet<string> Giving => _lists["giving"];

    /// <summary>Names that stand before a sum to tell its currency: "US".</summary>
    public IReadOnlySet<string> Currencies => _lists["currency"];

    /// <summary>Nouns that have a content behind "that": "fears".</summary>
    public IReadOnlySet<string> Contents => _lists["content"];

    /// <summary>Nouns of what is done to others by force or before their eyes: "invasion", "buildup".</summary>
    public IReadOnlySet<string> Deeds => _lists["deed"];

    /// <summary>The words that ship inside the engine; a copy that was built without them is a failure.</summary>
    public static Outcome<ReadingWords> Load()
    {
        using var stream = typeof(ReadingWords).Assembly.GetManifestResourceStream(Shipped);
        if (stream is null)
        {
            return Diagnostics.BadModel(Shipped, "is not in this copy of the engine");
        }

        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd());
    }

    /// <summary>Reads lists, one or more lines each: its name, a tab, and forms between blanks; "#" starts a comment.</summary>
    public static Outcome<ReadingWords> Read(string text)
    {
        var lists = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal) { ["office"] = [], ["saying"] = [], ["resolving"] = [], ["accusing"] = [], ["naming"] = [], ["describing"] = [], ["day"] = [], ["placing"] = [], ["giving"] = [], ["currency"] = [], ["content"] = [], ["deed"] = [] };
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == '#')
            {
                continue;
            }

            if (line.Split('\t') is not [var name, var forms] || !lists.TryGetValue(name, out var list))
            {
                return Diagnostics.BadModel(Shipped, $"has a line that is no list of words: '{line}'");
            }

            list.UnionWith(forms.Split(' '));
        }

        return lists.FirstOrDefault(l => l.Value.Count == 0).Key is { } empty ? Diagnostics.BadModel(Shipped, $"has no words of '{empty}'") : new ReadingWords(lists);
    }
}
