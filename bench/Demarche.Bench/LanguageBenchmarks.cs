using BenchmarkDotNet.Attributes;
using Demarche.Language;
using Demarche.Language.Trained;
using Demarche.Language.Words;
using Demarche.Reports;

namespace Demarche.Bench;

/// <summary>Each stage of reading on a report of about 440 words.</summary>
[MemoryDiagnoser]
public class LanguageBenchmarks
{
    private const string Paragraph =
        "The foreign ministers of the two countries met in Vienna on Tuesday to discuss the stalled border talks, officials said. " +
        "\"We expect a first agreement before the end of the month,\" the Austrian hosts said in a statement, adding that Turkey had not been invited.\n\n";

    private readonly Report _report = ReportReader.Load(CodebookFiles.Shipped()).Value!.FromText("bench", string.Concat(Enumerable.Repeat(Paragraph, 8))).Value!;
    private readonly Tokenizer _tokenizer;
    private readonly Annotator _annotator;
    private readonly LanguageModel _model;
    private readonly IReadOnlyList<TokenizedSentence> _sentences;

    public LanguageBenchmarks()
    {
        var model = ShippedModel.Read().Value!;
        _tokenizer = Tokenizer.Load(model).Value!;
        _annotator = Annotator.Load(model).Value!;
        _model = LanguageModel.Load(model).Value!;
        _sentences = _tokenizer.Split(_report, []);
    }

    [Benchmark]
    public int Split() => _tokenizer.Split(_report, []).Length;

    [Benchmark]
    public int Annotate() => _annotator.Annotate(_sentences).Length;

    [Benchmark]
    public int Parse() => _model.Parse(_report).Sentences.Length;

    [Benchmark]
    public object? Load() => LanguageModel.Load().Value;
}
