using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SmartReader;

namespace Demarche.Store.Sources.Html;

/// <summary>The article of a page and what its head says of it.</summary>
internal static class PageText
{
    private const int MostElements = 60_000;   // a longer page is a list, and its article would take minutes to find
    private const int MostAttributes = 200;   // of a tag; each is compared with those before it
    private static readonly HtmlParserOptions Options = new() { ShouldEmitAttribute = (ref tag, _) => tag.Attributes.Count < MostAttributes };

    /// <summary>The text, headline, day, outlet and canonical address of a page, or why there is none.</summary>
    public static Outcome<SourceText> Of(string name, string html, string? address, int mostDepth)
    {
        if (Nesting.DepthOf(html) > mostDepth)
        {
            return SourceDiagnostics.DeepPage(name, mostDepth);
        }

        using var document = new HtmlParser(Options).ParseDocument(html);
        var facts = PageFacts.Of(document, address);
        var text = ArticleOf(document, facts.Link ?? address) is { } article && article.Any(char.IsLetterOrDigit) ? article : Whole(document);
        return text.Any(char.IsLetterOrDigit)
            ? new SourceText(text) { Title = facts.Title, Published = facts.Published, Outlet = facts.Outlet, Link = facts.Link }
            : SourceDiagnostics.NoArticle(name);
    }

    /// <summary>The text of a piece of HTML, as feeds carry it; empty where it nests too deep.</summary>
    public static string OfFragment(string html, int mostDepth) => Nesting.DepthOf(html) > mostDepth ? "" : Whole(new HtmlParser(Options).ParseDocument(html));

    // Readable's own choice of the article; null where it makes none, or the page is too wild for it (its cost grows with the square of the depth).
    private static string? ArticleOf(IHtmlDocument document, string? address)
    {
        if (document.All.Length > MostElements || Nesting.DepthOf(document) > 250)
        {
            return null;
        }

        var copy = (IHtmlDocument)document.Clone(deep: true);
        using var reader = new Reader(Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.AbsoluteUri : "http://page.invalid/", copy);
        var article = reader.GetArticle();
        if (!article.Completed || string.IsNullOrWhiteSpace(article.Content))
        {
            return null;
        }

        return Whole(new HtmlParser(Options).ParseDocument(article.Content));
    }

    private static string Whole(IHtmlDocument document) => document.Body is { } body ? BlockText.Of(body) : "";
}
