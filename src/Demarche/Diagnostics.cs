namespace Demarche;

/// <summary>One message to a user: what is wrong, where, and what to do.</summary>
/// <param name="Number">Stable number, "DEM101".</param>
/// <param name="Where">Input, file and line, or rule that it is about.</param>
/// <param name="What">What is wrong, with the value.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record Diagnostic(string Number, string Where, string What, string Remedy)
{
    /// <summary>The message on one line.</summary>
    public override string ToString() => $"{Where}: {What}. {Remedy} ({Number})";
}

/// <summary>Every message of the engine, numbered: 1xx reports, 2xx language, 3xx actors, places and time, 4xx codebook, 5xx command line.</summary>
public static class Diagnostics
{
    internal static Diagnostic EmptyReport(string where) =>
        new("DEM101", where, "the report is empty", "Give a file with text in it.");

    internal static Diagnostic BlankReport(string where) =>
        new("DEM102", where, "the report holds no word, only white space or signs", "Give a file with text in it.");

    internal static Diagnostic BinaryReport(string where) =>
        new("DEM103", where, "the report is no plain text: its bytes are neither UTF-8, UTF-16 nor Windows-1252", "Save it as plain text and give that.");

    internal static Diagnostic LargeReport(string where, long bytes, long most) =>
        new("DEM104", where, $"the report has {bytes >> 20} MB, more than the {most >> 20} MB that one report may have", "Split it into one file a report.");

    internal static Diagnostic BadModel(string where, string what) =>
        new("DEM201", where, $"the trained model {what}", "Take the model that ships with this version, or train it again.");

    internal static Diagnostic LongSentence(string where, Span section, int longest, int cuts) =>
        new("DEM202", where, $"the text at {section} has {cuts + 1} stretches of up to {longest} words without a sentence's end; they are read as sentences of their own", "Check that the text keeps its full stops and line ends.");

    internal static Diagnostic BadConllu(string where, int line, string what) =>
        new("DEM203", $"{where}:{line}", what, "Give ten tab-separated columns a word, as https://universaldependencies.org/format.html has them.");

    internal static Diagnostic OldTerm(string where, string person, string office, NodaTime.LocalDate since) =>
        new("DEM301", where, $"{person} is {office} since {since:uuuu-MM-dd} and the term is open", "Check whether it is over, and fill the column 'end'.");

    internal static Diagnostic NoCodebookFolder(string folder) =>
        new("DEM401", folder, "no such codebook folder", "Give a folder laid out as codebook/.");

    internal static Diagnostic UnreadableCodebook(string folder, string why) =>
        new("DEM402", folder, $"the codebook cannot be read: {why}", "Check the folder's rights and files.");

    internal static Diagnostic FailedExample(string where, string rule, string text, string what) =>
        new("DEM404", where, $"rule {rule}: \"{text}\" {what}", "Mend the rule or the example.");

    internal static Diagnostic FailedStatement(string where, string text, string word, string what) =>
        new("DEM404", where, $"\"{text}\": '{word}' {what}", "Mend the word table or the example.");

    internal static Diagnostic BadEventLine(string where, string what) =>
        new("DEM405", where, $"the line is no event: {what}", "Give JSON lines as 'demarche code --format jsonl' writes them.");

    internal static Diagnostic BadCodebook(string where, string what, string remedy) => new("DEM403", where, what, remedy);
}

/// <summary>A value, or the reason why there is none. Bad input is a failure; an exception is a bug.</summary>
/// <typeparam name="T">What is wanted.</typeparam>
public readonly record struct Outcome<T>
    where T : class
{
    private Outcome(T? value, Diagnostic? failure)
    {
        Value = value;
        Failure = failure;
    }

    /// <summary>What was wanted, or null on failure.</summary>
    public T? Value { get; }

    /// <summary>Why there is no value, or null on success.</summary>
    public Diagnostic? Failure { get; }

    /// <summary>What <paramref name="step"/> makes of the value; a failure stays what it is.</summary>
    public Outcome<TNext> Select<TNext>(Func<T, TNext> step)
        where TNext : class
    {
        ArgumentNullException.ThrowIfNull(step);
        return Value is { } value ? step(value) : Failure!;
    }

    /// <summary>The value, or null after its failure was added to <paramref name="complaints"/>.</summary>
    internal T? Or(ICollection<Diagnostic> complaints)
    {
        if (Failure is { } failure)
        {
            complaints.Add(failure);
        }

        return Value;
    }

    /// <summary>A success.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>A failure.</summary>
    public static implicit operator Outcome<T>(Diagnostic failure) => new(null, failure);
}
