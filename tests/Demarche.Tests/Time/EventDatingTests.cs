using Demarche.Reports;
using Demarche.Time;
using NodaTime;

namespace Demarche.Tests.Time;

public class EventDatingTests
{
    private static readonly LocalDate Saturday = new(2020, 7, 4);

    private const string Said = """
        Moon Moon PROPN NNP 2 nsubj
        said say VERB VBD 0 root
        on on ADP IN 4 case
        Wednesday Wednesday PROPN NNP 2 obl
        that that SCONJ IN 8 mark
        they they PRON PRP 8 nsubj
        should should AUX MD 8 aux
        meet meet VERB VB 2 ccomp
        ahead ahead ADV RB 12 case
        of of ADP IN 9 fixed
        the the DET DT 12 det
        vote vote NOUN NN 8 obl
        in in ADP IN 14 case
        November November PROPN NNP 12 nmod
        """;

    [Fact]
    public void What_is_said_does_not_take_the_day_of_saying()
    {
        Assert.Equal(Day(2020, 7, 1), Date(Said, "said").Interval);
        var meeting = Date(Said, "meet", tookPlace: false);
        Assert.Equal(new DayInterval(Saturday, new LocalDate(2020, 10, 31)), meeting.Interval);
    }

    [Theory]
    [InlineData("2018", false)]
    [InlineData("2020", true)]
    public void What_stands_under_something_long_past_has_not_the_day_of_the_report(string year, bool isNews)
    {
        var (report, sentence, times) = HandParsed.Read($"""
            Moscow Moscow PROPN NNP 2 nsubj
            suspended suspend VERB VBD 0 root
            talks talk NOUN NNS 2 obj
            in in ADP IN 5 case
            {year} {year} NUM CD 2 obl
            after after SCONJ IN 8 mark
            Tokyo Tokyo PROPN NNP 8 nsubj
            imposed impose VERB VBD 2 advcl
            sanctions sanction NOUN NNS 8 obj
            """, Saturday);
        var imposed = sentence[7];
        Assert.Equal(isNews ? new DayInterval(Saturday, Saturday) : null, EventDating.For(imposed, times, report.Report, tookPlace: true)?.Interval);
    }

    [Fact]
    public void A_span_since_a_year_has_no_end()
    {
        var found = Date("""
            Washington Washington PROPN NNP 3 nsubj
            has have AUX VBZ 3 aux
            imposed impose VERB VBN 0 root
            sanctions sanction NOUN NNS 3 obj
            since since ADP IN 6 case
            2006 2006 NUM CD 3 obl
            """, "imposed");
        Assert.Equal(new DayInterval(new LocalDate(2006, 1, 1), null), found.Interval);
    }

    [Fact]
    public void Verbs_that_are_joined_share_the_time_that_ends_them()
    {
        var found = Date("""
            Washington Washington PROPN NNP 3 nsubj
            has have AUX VBZ 3 aux
            imposed impose VERB VBN 0 root
            some some DET DT 3 obj
            and and CCONJ CC 6 cc
            led lead VERB VBN 3 conj
            others other NOUN NNS 6 obj
            since since ADP IN 9 case
            2006 2006 NUM CD 6 obl
            """, "imposed");
        Assert.Equal(new DayInterval(new LocalDate(2006, 1, 1), null), found.Interval);
    }

    [Fact]
    public void The_first_since_a_year_is_not_of_that_year()
    {
        var (report, sentence, times) = HandParsed.Read("""
            They they PRON PRP 3 nsubj
            are be AUX VBP 3 aux
            planning plan VERB VBG 0 root
            the the DET DT 6 det
            first first ADJ JJ 6 amod
            test test NOUN NN 3 obj
            since since ADP IN 8 case
            1992 1992 NUM CD 6 nmod
            """, Saturday);
        Assert.Null(EventDating.For(sentence[5], times, report.Report, tookPlace: false));
    }

    [Fact]
    public void A_when_clause_after_a_time_is_of_that_time_though_it_hangs_on_the_verb()
    {
        var found = Date("""
            Talks talk NOUN NNS 2 nsubj
            began begin VERB VBD 0 root
            last last ADJ JJ 4 amod
            June June PROPN NNP 2 obl:unmarked
            , , PUNCT , 8 punct
            when when ADV WRB 8 advmod
            Trump Trump PROPN NNP 8 nsubj
            visited visit VERB VBD 2 advcl
            """, "visited");
        Assert.Equal(new LocalDate(2019, 6, 1), found.Interval.Start);
    }

    [Fact]
    public void An_anchor_dates_the_clause_and_the_nouns_in_it()
    {
        const string Tree = """
            During during ADP IN 3 case
            the the DET DT 3 det
            summit summit NOUN NN 10 obl
            in in ADP IN 6 case
            early early ADJ JJ 6 amod
            February February PROPN NNP 3 nmod
            2019 2019 NUM CD 6 nmod:unmarked
            the the DET DT 9 det
            leaders leader NOUN NNS 10 nsubj
            failed fail VERB VBD 0 root
            because because ADP IN 13 case
            of of ADP IN 11 fixed
            demands demand NOUN NNS 10 obl
            """;
        Assert.Equal(new LocalDate(2019, 2, 1), Date(Tree, "failed").Interval.Start);
        Assert.Equal(new LocalDate(2019, 2, 1), Date(Tree, "demands").Interval.Start);
        Assert.Equal("early February 2019", Text(Date(Tree, "summit")));
    }

    [Fact]
    public void The_year_of_what_is_spoken_of_is_not_that_of_speaking()
    {
        var found = Date("""
            Seoul Seoul PROPN NNP 2 nsubj
            rejected reject VERB VBD 0 root
            the the DET DT 5 det
            2018 2018 NUM CD 5 nmod:unmarked
            deal deal NOUN NN 2 obj
            """, "rejected");
        Assert.Null(found.Mention);
        Assert.Equal(new DayInterval(Saturday, Saturday), found.Interval);
    }

    [Fact]
    public void A_clause_that_describes_a_time_takes_it()
    {
        var found = Date("""
            It it PRON PRP 4 nsubj:pass
            was be AUX VBD 4 aux:pass
            was be AUX VBD 4 aux:pass
            held hold VERB VBN 0 root
            last last ADJ JJ 6 amod
            June June PROPN NNP 4 obl:unmarked
            when when ADV WRB 9 advmod
            Trump Trump PROPN NNP 9 nsubj
            visited visit VERB VBD 6 acl:relcl
            and and CCONJ CC 11 cc
            met meet VERB VBD 9 conj
            """, "met");
        Assert.Equal(new LocalDate(2019, 6, 1), found.Interval.Start);
    }

    [Fact]
    public void What_is_scheduled_takes_the_time_of_the_plan()
    {
        var found = Date("""
            Biegun Biegun PROPN NNP 3 nsubj:pass
            is be AUX VBZ 3 aux:pass
            scheduled schedule VERB VBN 0 root
            to to PART TO 5 mark
            visit visit VERB VB 3 xcomp
            next next ADJ JJ 7 amod
            week week NOUN NN 5 obl:unmarked
            """, "scheduled", tookPlace: false);
        Assert.Equal(new DayInterval(new LocalDate(2020, 7, 6), new LocalDate(2020, 7, 12)), found.Interval);
    }

    [Fact]
    public void A_plan_without_a_time_has_no_date()
    {
        var (report, sentence, times) = HandParsed.Read("They they PRON PRP 3 nsubj\nwill will AUX MD 3 aux\nmeet meet VERB VB 0 root", Saturday);
        Assert.Null(EventDating.For(sentence[2], times, report.Report, tookPlace: false));
    }

    [Fact]
    public void A_captions_date_dates_what_it_shows()
    {
        var found = Date("""
            Residents resident NOUN NNS 2 nsubj
            wait wait VERB VBP 0 root
            while while SCONJ IN 5 mark
            they they PRON PRP 5 nsubj
            look look VERB VBP 2 advcl
            for for ADP IN 8 case
            the the DET DT 8 det
            summit summit NOUN NN 5 obl
            , , PUNCT , 2 punct
            February February PROPN NNP 2 obl:unmarked
            28 28 NUM CD 10 nummod
            , , PUNCT , 10 punct
            2019 2019 NUM CD 10 nmod:unmarked
            """, "summit", kind: SectionKind.Caption);
        Assert.Equal(Day(2019, 2, 28), found.Interval);
    }

    private static EventTime Date(string tree, string trigger, bool tookPlace = true, SectionKind kind = SectionKind.Paragraph)
    {
        var (report, sentence, times) = HandParsed.Read(tree, Saturday, kind);
        var token = Enumerable.Range(0, sentence.Count).Select(i => sentence[i]).Single(t => t.Form == trigger);
        return EventDating.For(token, times, report.Report, tookPlace) ?? throw new Xunit.Sdk.XunitException("no date");
    }

    private static DayInterval Day(int year, int month, int day) => new(new LocalDate(year, month, day), new LocalDate(year, month, day));

    private static string Text(EventTime time) => string.Join(' ', Enumerable.Range(time.Mention!.First, time.Mention.Last - time.Mention.First + 1).Select(i => time.Mention.Sentence[i].Form));

    [Theory]
    [InlineData("of", "2018-10-07")]   // which raid it was
    [InlineData("on", "2019-10-07")]   // when it is to be done
    public void A_day_that_only_names_a_deed_is_the_nearest_one(string preposition, string value)
    {
        var (_, sentence, times) = HandParsed.Read($"""
            They they PRON PRP 2 nsubj
            hoped hope VERB VBD 0 root
            to to PART TO 4 mark
            visit visit VERB VB 2 xcomp
            towns town NOUN NNS 4 obj
            {preposition} {preposition} ADP IN 8 case
            October October PROPN NNP 8 nmod:unmarked
            7 7 NUM CD 5 nmod
            """, new LocalDate(2019, 3, 2));
        Assert.Equal(value, Assert.Single(times.In(sentence)).Value);
    }
}
