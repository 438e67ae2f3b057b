using Demarche.Actors;
using NodaTime;

namespace Demarche.Tests.Actors;

/// <summary>The shipped tables load without complaint; a user's mistakes are named with file and line.</summary>
public sealed class ActorTablesTests
{
    [Fact]
    public void The_shipped_tables_are_right() => Assert.Empty(Check(CodebookFiles.Shipped()));

    [Theory]
    [InlineData("actors/groups.tsv", "name\tcode\tsector\nReds\tXQX\tREB\n", "groups.tsv:2", "'XQX' is no PLOVER code")]
    [InlineData("actors/groups.tsv", "name\tcode\tsector\nReds\tIMG\tBAD\n", "groups.tsv:2", "'BAD' is no PLOVER sector")]
    [InlineData("actors/groups.tsv", "# a comment\nname\tcode\tsector\nReds\tKEN\tREB\nReds\tTZA\tREB\n", "groups.tsv:4", "'Reds' is KEN REB on")]
    [InlineData("actors/groups.tsv", "name\tcode\tsector\tstart\tend\nReds\tKEN\tREB\t\t2005\nReds\tKEN\tGOV\t2006\t\nReds\tKEN\tPTY\t2010\t\n", "groups.tsv:4", "'Reds' is KEN GOV on")]
    [InlineData("actors/groups.tsv", "name\tcode\tsector\tstart\tend\nReds\tKEN\tREB\t2005\t2001\n", "groups.tsv:2", "the term ends on 2001 before it starts on 2005")]
    [InlineData("actors/groups.tsv", "name\tsector\nReds\tREB\n", "groups.tsv:1", "has no column 'code'")]
    [InlineData("actors/officials.tsv", "name\tcode\tsector\toffice\tstart\tend\nAnn Lee\tKEN\tGOV\tminister\t2010-05\t2009-01\n", "officials.tsv:2", "the term ends on 2009-01 before it starts on 2010-05")]
    [InlineData("actors/officials.tsv", "name\tcode\tsector\toffice\tstart\tend\nAnn Lee\tKEN\tGOV\tminister\tMay\t\n", "officials.tsv:2", "'May' to '' is no term")]
    [InlineData("actors/officials.tsv", "name\tcode\tsector\toffice\tstart\tend\nAnn Lee\tKEN\tGOV\tminister\t2001\t2005\nAnn Lee\tKEN\tGOV\tminister\t2004\t\n", "officials.tsv:3", "Ann Lee holds 'minister' in an overlapping term")]
    [InlineData("actors/roles.yaml", "roles:\n  - {kind: crowd, words: [mob]}\n", "roles.yaml:2", "'crowd' is no kind of role")]
    public void A_mistake_is_named_with_file_and_line(string path, string text, string where, string what)
    {
        var complaints = Check(With(path, text));
        Assert.Contains(complaints, c => c.Where.EndsWith(where, StringComparison.Ordinal) && c.What.Contains(what, StringComparison.Ordinal));
        Assert.NotNull(ActorFinder.Load(With(path, text)).Failure);
    }

    [Fact]
    public void Old_open_terms_are_listed()
    {
        var finder = ActorFinder.Load(With("actors/officials.tsv", "name\tcode\tsector\toffice\tstart\tend\nAnn Lee\tKEN\tGOV\tminister\t2001\t\nBob Lee\tKEN\tGOV\tminister\t2001\t2003\n")).Value!;
        var old = Assert.Single(finder.OpenTermsBefore(new LocalDate(2020, 1, 1)));
        Assert.Contains("Ann Lee is minister since 2001-01-01", old.What, StringComparison.Ordinal);
        Assert.Empty(finder.OpenTermsBefore(new LocalDate(2000, 1, 1)));
    }

    private static List<Diagnostic> Check(CodebookFiles files)
    {
        var complaints = new List<Diagnostic>();
        var finder = ActorFinder.Read(files, complaints);
        Assert.Equal(complaints.Count == 0, finder is not null);
        return complaints;
    }

    private static CodebookFiles With(string path, string text) =>
        CodebookFiles.Of(CodebookFiles.Shipped().All.Where(f => f.Path != path).Append(new CodebookFile(path, path, text)));
}
