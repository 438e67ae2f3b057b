using Demarche.Reports;
using Demarche.Time.Dating;
using NodaTime;
using NodaTime.Text;

namespace Demarche.Tests.Time.Dating;

public class ReportDatingTests
{
    [Fact]
    public void Last_months_are_told_in_the_order_of_time_and_an_election_ends_the_year()
    {
        var date = Date("""
            The talks in February 2019 failed. The two met again last June at the border. Last December, he ended the truce.
            The envoy said a meeting should be held ahead of the US elections in November.
            """);
        Assert.Equal(Days("2020-01-01", "2020-10-31").Earliest, date!.Earliest);
        Assert.InRange(date.Latest, new LocalDate(2020, 10, 31), new LocalDate(2020, 11, 2));
        Assert.Contains(date.Evidence, e => e.What.Contains("last June", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Those_named_in_office_bound_it_by_their_terms()
    {
        var date = Date("The plan was put to Secretary of State Madeleine Albright and to British Prime Minister Tony Blair by officials.");
        Assert.Equal(new LocalDate(1997, 5, 2), date!.Earliest);
        Assert.Equal(2001, date.Latest.Year);
    }

    [Fact]
    public void A_day_with_its_year_that_is_the_datelines_dates_the_report()
    {
        var date = Filed("Envoys of Peru meet in Geneva, March 3, 2019.\n\nGENEVA, March 3 (AP) -- Envoys of Peru and Chile met on Sunday and agreed to meet again.");
        Assert.Equal(Days("2019-03-03", "2019-03-03"), (date!.Earliest, date.Latest));
    }

    [Fact]
    public void A_thing_that_bears_a_year_is_not_to_come()
    {
        var date = Date("Peru is expected to propose a plan to restore the 2003 ceasefire agreement. It was put to Italian Prime Minister Giorgia Meloni by officials.");
        Assert.Equal(new LocalDate(2022, 10, 22), date!.Earliest);
    }

    [Fact]
    public void Two_who_came_to_office_later_outweigh_what_seems_still_to_come()
    {
        // "to leave in May 2022" alone reads as a plan.
        var date = Date("Peru hopes to leave the pact in May 2022. The plan was put to Swedish Prime Minister Ulf Kristersson and to Italian Prime Minister Giorgia Meloni by officials.");
        Assert.Equal(new LocalDate(2022, 10, 22), date!.Earliest);
        Assert.Equal(2022, Date("Peru hopes to leave the pact in May 2022. The plan was put to Italian Prime Minister Giorgia Meloni by officials.")!.Latest.Year);
    }

    [Theory]
    [InlineData("NATO Secretary General Jens Stoltenberg")]
    [InlineData("NATO Secretary-General Jens Stoltenberg")]
    public void An_office_is_the_same_with_and_without_its_hyphen(string named)
    {
        var date = Date($"The plan was put to {named} by officials.");
        Assert.Equal(Days("2014-10-01", "2024-10-01"), (date!.Earliest, date.Latest));
    }

    [Fact]
    public void Who_held_an_office_twice_is_taken_for_the_term_in_which_the_others_held_theirs()
    {
        var date = Date("The plan was put to U.S. President Donald Trump and to Cambodian Prime Minister Hun Manet by officials.");
        Assert.Equal(new LocalDate(2025, 1, 20), date!.Earliest);
    }

    [Fact]
    public void A_dateline_and_a_day_of_the_week_date_a_report_on_those_who_took_office_last()
    {
        var date = Filed("PHNOM PENH, July 29 (Xinhua) -- U.S. President Donald Trump urged Cambodian Prime Minister Hun Manet on Tuesday to end the fighting.\nMore was to come.");
        Assert.Equal(Days("2025-07-29", "2026-07-29"), (date!.Earliest, date.Latest));
        Assert.Null(Filed("MOSCOW, July 29 (Xinhua) -- Russian President Vladimir Putin urged both sides on Tuesday to end the fighting.\nMore was to come.") is { HasLatest: true } known ? known : null);
    }

    [Fact]
    public void A_report_of_later_than_the_codebook_knows_keeps_its_end_open() =>
        Assert.False(Filed("OSLO, Sept 3 (Reuters) - The envoys protested on Sunday over the drill of June 2039.\nMore was to come.")!.HasLatest);

    [Fact]
    public void A_day_of_the_week_with_its_date_opens_a_story_of_that_week()
    {
        var date = Filed("The government has put off the vote, its office said on Friday, 13 September 2024, for lack of money.\nMore was to come.");
        Assert.Equal(Days("2024-09-13", "2024-09-19"), (date!.Earliest, date.Latest));
    }

    [Fact]
    public void A_former_holder_of_an_office_tells_nothing() => Assert.Null(Date("The plan was put to former President Bill Clinton by officials."));

    [Fact]
    public void A_date_in_the_link_comes_first_and_what_contradicts_is_shown()
    {
        var date = Date("The summit was held on March 3, 2021 in Oslo.", link: "https://news.example/2020/07/04/talks.html");
        Assert.Equal(Days("2020-07-04", "2020-07-04"), (date!.Earliest, date.Latest));
        Assert.Contains(date.Evidence, e => e.Contradicts && e.What.Contains("March 3, 2021", StringComparison.Ordinal));
    }

    [Fact]
    public void A_given_day_wins()
    {
        var day = new LocalDate(2020, 7, 4);
        var date = TimeRuleExamplesTests.Finder.Date(Report("The summit was held in 2021.", null) with { Published = day });
        Assert.True(date!.IsDay);
        Assert.Equal(day, date.Earliest);
    }

    [Fact]
    public void A_dateline_with_its_year_is_the_day()
    {
        var date = Filed("OSLO, March 3, 2019 (Reuters) - The summit of 2018 was praised by the envoys.\nMore was to come.");
        Assert.Equal(Days("2019-03-03", "2019-03-03"), (date!.Earliest, date.Latest));
    }

    [Fact]
    public void A_dateline_without_its_year_falls_in_what_is_left()
    {
        var date = Filed("OSLO, March 3 (Reuters) - The summit was held in June 2018. The pact is to end in 2019, the envoys said.\nMore was to come.");
        Assert.Equal(Days("2019-03-03", "2019-03-03"), (date!.Earliest, date.Latest));
        Assert.Contains(date.Evidence, e => e.What == "it was filed on 03-03" && !e.Contradicts);
    }

    [Fact]
    public void The_day_of_the_week_that_a_story_opens_with_picks_the_year_of_its_filing()
    {
        var date = Filed("OSLO, Sept 3 (Reuters) - The envoys protested on Sunday over a drill. The talks were cut off in March 2022, and the pact is to end in December 2023.\nMore was to come.");
        Assert.Equal(Days("2023-09-03", "2023-09-03"), (date!.Earliest, date.Latest));
        Assert.Contains(date.Evidence, e => e.What.Contains("the day of filing or the one before", StringComparison.Ordinal));
    }

    [Fact]
    public void A_day_of_the_week_that_no_year_fits_tells_nothing()
    {
        var date = Filed("OSLO, Sept 3 (Reuters) - The envoys protested on Wednesday over a drill. The talks were cut off in March 2022, and the pact is to end in December 2023.\nMore was to come.");
        Assert.Equal(Days("2022-09-03", "2023-09-03"), (date!.Earliest, date.Latest));
    }

    [Fact]
    public void A_text_without_dates_has_none() => Assert.Null(Date("The envoys met and talked."));

    [Fact]
    public void A_day_of_the_week_picks_the_year()
    {
        var date = Date("It was signed in 2018. The pact was to end in 2022. The envoys met on Saturday, July 4 in Oslo.");
        Assert.Equal(new LocalDate(2020, 7, 4), date!.Earliest);
    }

    [Fact]
    public void The_seed_lies_between_the_first_of_its_year_and_the_election()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Demarche.slnx")))
        {
            folder = folder.Parent;
        }

        var path = Path.Combine(folder?.Parent?.FullName ?? "", "shared", "seed", "report.txt");
        if (!File.Exists(path))
        {
            Assert.Skip("the shared seed report is not here");
        }

        var report = ReportReader.Load(CodebookFiles.Shipped()).Value!.Read("report.txt", File.ReadAllBytes(path)).Value!;
        var date = TimeRuleExamplesTests.Finder.Date(report);
        Assert.InRange(date!.Earliest, new LocalDate(2020, 1, 1), new LocalDate(2020, 11, 2));
        Assert.InRange(date.Latest, date.Earliest, new LocalDate(2020, 11, 2));
    }

    private static ReportDate? Date(string text, string? link = null) => TimeRuleExamplesTests.Finder.Date(Report(text, link));

    private static ReportDate? Filed(string text) => TimeRuleExamplesTests.Finder.Date(ReportReader.Load(CodebookFiles.Shipped()).Value!.FromText("made", text).Value!);

    private static Report Report(string text, string? link) => new("made", text, RepairedText.Untouched(text), [new Section(SectionKind.Paragraph, new Span(0, text.Length))]) { Link = link };

    private static (LocalDate Earliest, LocalDate Latest) Days(string first, string last) => (LocalDatePattern.Iso.Parse(first).Value, LocalDatePattern.Iso.Parse(last).Value);
}
