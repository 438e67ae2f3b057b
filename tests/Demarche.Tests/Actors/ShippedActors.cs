using Demarche.Actors;
using Demarche.Language;
using Demarche.Places;
using Demarche.Reports;

namespace Demarche.Tests.Actors;

/// <summary>The shipped tables and model, loaded once for the tests that only read them.</summary>
public sealed class ShippedActors
{
    private readonly Lazy<LanguageModel> _language = new(() => LanguageModel.Load().Value!);
    private readonly Lazy<ReportReader> _reader = new(() => ReportReader.Load(CodebookFiles.Shipped()).Value!);
    private readonly Lazy<PlaceFinder> _places = new(() => PlaceFinder.Load(CodebookFiles.Shipped()).Value!);

    public ActorFinder Finder { get; } = ActorFinder.Load(CodebookFiles.Shipped()).Value!;

    public LanguageModel Language => _language.Value;

    public ReportReader Reader => _reader.Value;

    public PlaceFinder Places => _places.Value;

    /// <summary>The file of development data beside the repository; skips the test where there is none.</summary>
    public static string Shared(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Demarche.slnx")))
            {
                var file = Path.Combine(folder.FullName, "..", "shared", path);
                Assert.SkipUnless(File.Exists(file), $"../shared/{path} is not there");
                return File.ReadAllText(file);
            }
        }

        Assert.Skip("not run from a checkout");
        return "";
    }
}
