using CsCheck;
using Demarche.Chronology;
using NodaTime;

namespace Demarche.Tests.Chronology;

/// <summary>Reprints and near-copies are found by what they share; reports of the same event in other words are not.</summary>
public class OriginalsTests
{
    private const string Wire = "The foreign ministers of the two states met in the old town hall on Monday. They spoke of the border and of fishing, and agreed to meet again before the autumn.";
    private static readonly LocalDate Day = new(2021, 3, 1);

    [Fact]
    public void A_reprint_with_words_changed_is_a_copy_of_the_earlier_report()
    {
        var found = Originals.Of([Print("late", 1, Wire.Replace("old town hall", "town hall", StringComparison.Ordinal) + " Neither took questions."), Print("early", 0, Wire)]);
        Assert.Equal("early", found.Of("late"));
        Assert.Equal("early", found.Of("early"));
    }

    [Fact]
    public void The_same_event_in_other_words_is_no_copy() =>
        Assert.Empty(Originals.Of([Print("a", 0, Wire), Print("b", 0, "Ministers of both countries held talks on Monday about fishing rights and their border. A further meeting is planned for summer's end.")]).All);

    [Fact]
    public void The_same_words_a_year_later_are_no_copy() => Assert.Empty(Originals.Of([Print("a", 0, Wire), Print("b", 365, Wire)]).All);

    [Fact]
    public void A_print_survives_being_kept() =>
        Gen.String[Gen.Char["abc "], 0, 400].Sample(text =>
            ReportPrint.FromBytes(ReportPrint.Of(text).ToBytes()).ToBytes().SequenceEqual(ReportPrint.Of(text).ToBytes()));

    [Fact]
    public void Every_text_shares_all_or_nothing_with_itself() => Gen.String[Gen.Char["abcd  "], 0, 600].Sample(text =>
        ReportPrint.Of(text) is var print && print.SharedWith(ReportPrint.Of(text)) is 0 or 1 && print.SharedWith(print) == ReportPrint.Of(text).SharedWith(print));

    private static PrintedReport Print(string name, int days, string text) => new(name, Day.PlusDays(days), ReportPrint.Of(text));
}
