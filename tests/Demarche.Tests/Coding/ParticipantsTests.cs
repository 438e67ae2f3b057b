namespace Demarche.Tests.Coding;

public class ParticipantsTests
{
    private static readonly Lazy<Pipeline> Loaded = new(() => Pipeline.Load(CodebookFiles.Shipped()).Value!);

    [Theory]
    [InlineData("Libya condemned the vote in Chad. On Friday Chad recalled its ambassador.", "SANCTION TCD>LBY")]                        // the one who was told of before
    [InlineData("Libya condemned the vote in Chad. Niger denounced Chad. On Friday Chad recalled its ambassador.", null)]                // one of two
    [InlineData("Norway imposed sanctions on Iran. Chile announced its own sanctions on nine ships.", "SANCTION CHL>IRN")]
    [InlineData("Norway imposed sanctions on Iran. Chile announced a tariff on nine ships.", null)]
    [InlineData("Norway imposed sanctions on nine ships that carried Iranian oil.", "SANCTION NOR>IRN")]
    public void A_tie_is_cut_with_whom_those_told_before_set_it_against(string text, string? last) => Assert.Equal(last ?? "", Last(text, "SANCTION", needs: last is not null));

    [Theory]
    [InlineData("Chad, backed by Peru and Chile, refused to recognise the vote.", "REJECT TCD>")]                                       // who backs it is not refused
    [InlineData("The court told Chad to leave, in a ruling hailed by Peru.", "SUPPORT PER>")]
    public void Who_is_only_told_of_beside_an_act_has_no_part_in_it(string text, string last) => Assert.Equal(last, Last(text, last[..last.IndexOf(' ', StringComparison.Ordinal)], needs: true));

    [Theory]
    [InlineData("A drone fired by Chad killed three monks in Libya.", "ASSAULT TCD>LBY")]
    [InlineData("The Peruvian minister left Quito after talks with Ecuador's president.", "CONSULT PER>ECU")]
    [InlineData("Saudi Arabia, the United Arab Emirates and Egypt denounced Chad.", "ACCUSE SAU,ARE,EGY>TCD")]
    [InlineData("In May London expelled nine Iranian envoys.", "SANCTION GBR>IRN")]
    public void Who_acts_is_found_behind_a_weapon_a_phrase_or_a_month(string text, string last) => Assert.Equal(last, Last(text, last[..last.IndexOf(' ', StringComparison.Ordinal)], needs: true));

    private static string Last(string text, string type, bool needs)
    {
        var found = Code(text).Events.Where(e => e.Type.Name == type && e.Explanation.Trigger.Sentence.Index == text.Split(". ").Length - 1).Select(e => $"{type} {Codes(e.Actors)}>{Codes(e.Recipients)}").ToList();
        return needs ? Assert.Single(found) : found.FirstOrDefault("");
    }

    private static string Codes(IEnumerable<Demarche.Coding.Participant> participants) => string.Join(',', participants.Select(p => p.Actor.Code).Distinct());

    private static Demarche.Coding.CodedReport Code(string text) => Loaded.Value.Code(Loaded.Value.Reader.FromText("made", text).Value!, TestContext.Current.CancellationToken);
}
