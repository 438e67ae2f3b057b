using System.Collections.Immutable;
using Demarche.Language.Conllu;
using Demarche.Language.Trained;
using Demarche.Language.Words;
using Demarche.Reports;

namespace Demarche.Language;

/// <summary>Reads English: from a report to its sentences with words, tags, lemmas, trees and names. Immutable and thread-safe.</summary>
/// <remarks>The same text gives the same parse on every machine and any number of threads. Load it once; it is costly to build and cheap to use.</remarks>
public sealed class LanguageModel
{
    private readonly Tokenizer _tokenizer;
    private readonly Annotator _annotator;
    private readonly Lemmatizer _lemmatizer;
    private readonly MarkedNameReading _names;
    private readonly ValencyReading _valency;
    private readonly AdjunctReading _adjuncts;
    private readonly CoordinationReading _coordination;
    private readonly FreeRelativeReading _relatives;

    private LanguageModel(ModelFile model, Tokenizer tokenizer, Annotator annotator, Lemmatizer lemmatizer, ReadingWords words)
    {
        Model = model;
        _tokenizer = tokenizer;
        _annotator = annotator;
        _lemmatizer = lemmatizer;
        _names = new MarkedNameReading(words);
        _valency = new ValencyReading(words);
        _adjuncts = new AdjunctReading(words);
        _coordination = new CoordinationReading(words);
        _relatives = new FreeRelativeReading(words);
    }

    /// <summary>What the model was trained on, and its scores.</summary>
    public string Description => Model.Description;

    /// <summary>The parameters, whose word vectors other trained parts share.</summary>
    internal ModelFile Model { get; }

    /// <summary>The network alone, for sentences whose words are given.</summary>
    internal Annotator Annotator => _annotator;

    /// <summary>The model that ships with the engine.</summary>
    public static Outcome<LanguageModel> Load()
    {
        var shipped = ShippedModel.Read();
        return shipped.Value is { } model ? Load(model) : shipped.Failure!;
    }

    /// <summary>The same on another thread, which also makes it ready: what parsing needs of the runtime is there with the first report.</summary>
    public static Task<Outcome<LanguageModel>> LoadAhead() => Task.Run(() =>
    {
        var loaded = Load();
        loaded.Value?.Rehearse();
        return loaded;
    });

    /// <summary>A model from a file.</summary>
    public static Outcome<LanguageModel> Load(ModelFile model)
    {
        var tokenizer = Tokenizer.Load(model);
        var annotator = Annotator.Load(model);
        var lemmatizer = Lemmatizer.Load(model);
        var words = ReadingWords.Load();
        return (tokenizer.Failure ?? annotator.Failure ?? lemmatizer.Failure ?? words.Failure) is { } failure
            ? failure
            : new LanguageModel(model, tokenizer.Value!, annotator.Value!, lemmatizer.Value!, words.Value!);
    }

    // Parses a sentence for nobody: the runtime then makes ready what parsing needs while other parts are still loaded.
    private void Rehearse()
    {
        const string Sentence = "The ministers of both states met on Monday in Geneva and signed a treaty.";
        Parse(new Report("", Sentence, RepairedText.Untouched(Sentence), [new Section(SectionKind.Paragraph, new Span(0, Sentence.Length))]));
    }

    /// <summary>Parses a report: headline, caption and paragraphs.</summary>
    public ParsedReport Parse(Report report) => Parse([report])[0];

    /// <summary>Parses several reports at once, which takes less time: sentences of like length go through the network together.</summary>
    /// <param name="reports">Any number of reports; working memory grows with the words of all of them.</param>
    /// <returns>The parses, in the same order; each is what the report would get alone.</returns>
    public ImmutableArray<ParsedReport> Parse(IReadOnlyList<Report> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var notes = new List<Diagnostic>[reports.Count];
        var split = new ImmutableArray<TokenizedSentence>[reports.Count];
        for (var i = 0; i < reports.Count; i++)
        {
            split[i] = _tokenizer.Split(reports[i], notes[i] = []);
        }

        var all = new List<TokenizedSentence>();
        foreach (var sentences in split)
        {
            all.AddRange(sentences);
        }

        var annotations = _annotator.Annotate(all).AsSpan();
        var parsed = ImmutableArray.CreateBuilder<ParsedReport>(reports.Count);
        for (var i = 0; i < reports.Count; i++)
        {
            parsed.Add(new ParsedReport(reports[i], Sentences(split[i], annotations[..split[i].Length]), [.. notes[i]]));
            annotations = annotations[split[i].Length..];
        }

        return parsed.MoveToImmutable();
    }

    /// <summary>Parses the words and sentences of a CoNLL-U file as they are given; its other columns are not looked at.</summary>
    public ParsedReport Parse(ConlluText given)
    {
        ArgumentNullException.ThrowIfNull(given);
        ImmutableArray<TokenizedSentence> sentences = [.. given.Sentences.Select(s => s.Words)];
        return new ParsedReport(given.Report, Sentences(sentences, _annotator.Annotate(sentences)), []);
    }

    private ImmutableArray<Sentence> Sentences(ImmutableArray<TokenizedSentence> sentences, ReadOnlySpan<Annotation> annotations)
    {
        var parsed = ImmutableArray.CreateBuilder<Sentence>(sentences.Length);
        for (var i = 0; i < annotations.Length; i++)
        {
            var words = sentences[i];
            var annotation = annotations[i] with { Entities = _names.Kinds(words.Forms, annotations[i]) };
            MarkedNameReading.Mend(words.Forms, annotation);
            FiniteReading.Mend(words.Forms, annotation);
            PairReading.Mend(words.Forms, annotation);
            PersonaReading.Mend(words.Forms, annotation);
            _valency.Mend(words.Forms, annotation);
            _adjuncts.Mend(words.Forms, annotation);
            SubjectReading.Mend(words.Forms, annotation);
            ConjunctReading.Mend(annotation);
            _coordination.Mend(words.Forms, annotation);
            _relatives.Mend(words.Forms, annotation);
            var lemmas = new string[words.Forms.Length];
            for (var w = 0; w < lemmas.Length; w++)
            {
                lemmas[w] = _lemmatizer.Lemma(words.Forms[w], annotation.Tags[w], annotation.PennTags[w]);
            }

            var table = new TokenTable(words.Spans, words.Forms, lemmas, annotation.Tags, annotation.PennTags, annotation.Heads, annotation.Relations);
            parsed.Add(new Sentence(i, words.Section, table, words.Multiwords) { Entities = annotation.Entities });
        }

        return parsed.MoveToImmutable();
    }
}
