using CsCheck;
using Demarche.Time;
using NodaTime;

namespace Demarche.Tests.Time;

public class TimeFinderTests
{
    private static readonly TimeFinder Finder = TimeRuleExamplesTests.Finder;

    private static readonly string[] Pieces =
    [
        "February", "30", "31", "0", "year", "years", "the", "last", "next", "July", "5", ",", "-", "/", ":", ".", "2019", "0000", "9999", "99999999999", "ago", "a", "Saturday",
        "quarter", "third", "twenty", "six", "hundred", "million", "p.m.", "'90s", "1990s", "century", "of", "early", "May", "end", "in", "million years ago", "\n\n", "é", "😀", "’s", "later", "12",
    ];

    private static readonly Gen<string> Piece = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]);

    [Fact]
    public void Any_text_is_read_and_spans_lie_inside()
    {
        Gen.Select(Gen.OneOf(Gen.String, Piece.Array[0, 12].Select(p => string.Join(' ', p)), Piece.Array[0, 12].Select(string.Concat)), Gen.Int[1, 9998])
            .Sample((text, year) =>
            {
                var end = 0;
                foreach (var found in Finder.Find(text, new LocalDate(year, 2, 28)))
                {
                    Assert.InRange(found.Span.Start, end, text.Length);
                    Assert.InRange(found.Span.End, found.Span.Start + 1, text.Length);
                    Assert.True(found.Interval is not { End: { } last } interval || interval.Start <= last, $"{text}: {found}");
                    end = found.Span.End;
                }
            }, iter: 4_000);
    }

    [Theory]
    [InlineData("They signed it on February 30 in Geneva.")]
    [InlineData("They signed it on 30 February 2019 in Geneva.")]
    [InlineData("They signed it on 31 April in Geneva.")]
    [InlineData("They signed it on 2019-13-01 in Geneva.")]
    public void A_day_that_does_not_exist_stays_unresolved(string text)
    {
        var found = Assert.Single(Finder.Find(text, new LocalDate(2019, 3, 1)));
        Assert.Null(found.Value);
        Assert.Null(found.Interval);
        Assert.Contains("there is no", found.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_weekday_that_does_not_fit_is_flagged_and_dates_nothing()
    {
        var found = Assert.Single(Finder.Find("The envoys met on Saturday, July 5, 2020 in Seoul.", new LocalDate(2020, 7, 8)));
        Assert.Equal("2020-07-05", found.Value);
        Assert.Null(found.Interval);
        Assert.Contains("Sunday", found.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BBC", "2020-07-05")]
    [InlineData("Washington Post", "2020-05-07")]
    public void Day_and_month_are_ordered_as_the_outlet_writes_them(string outlet, string value)
    {
        var found = Assert.Single(Finder.Find("It was filed on 5/7/2020 in Oslo.", new LocalDate(2020, 8, 1), outlet));
        Assert.Equal(value, found.Value);
    }

    [Fact]
    public void Without_a_report_day_what_hangs_on_it_stays_open()
    {
        var found = Finder.Find("They met last June and on Saturday.", null);
        Assert.Equal(["XXXX-06", "XXXX-WXX-6"], found.Select(f => f.Value));
        Assert.All(found, f => Assert.Null(f.Interval));
    }

    [Fact]
    public void The_word_before_tells_how_it_bounds()
    {
        var found = Finder.Find("Sanctions were in force since 2006, until May and ahead of November.", new LocalDate(2020, 7, 4));
        Assert.Equal([TimeSignal.Since, TimeSignal.Until, TimeSignal.Before], found.Select(f => f.Signal));
    }

    [Fact]
    public void A_fault_in_a_rule_names_its_file_and_line()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "time"));
            File.WriteAllText(Path.Combine(folder.FullName, "time", "mine.yaml"), "rules:\n  - id: mine\n    match: [\"[ the $nothing\"]\n    means: value P1D\n");
            var failure = TimeFinder.Load(CodebookFiles.Shipped().Overlay(folder.FullName).Value!).Failure;
            Assert.NotNull(failure);
            Assert.Contains("mine.yaml:3", failure.Where, StringComparison.Ordinal);
            Assert.Contains("$nothing", failure.What, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
