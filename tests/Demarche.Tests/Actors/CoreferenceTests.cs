using Demarche.Actors;
using NodaTime;

namespace Demarche.Tests.Actors;

/// <summary>Who is meant, in whole sentences, by the shipped model and tables.</summary>
public sealed class CoreferenceTests(ShippedActors shipped) : IClassFixture<ShippedActors>
{
    [Theory]
    [InlineData("The Security Council imposed sanctions on Iraq after its invasion of Kuwait.", "its", "Iraq")]
    [InlineData("France thanked Russia for its support.", "its", "Russia")]
    [InlineData("In his speech, President Emmanuel Macron accused Iran of lying.", "his", "Emmanuel Macron")]
    [InlineData("Foreign Minister Marcelo Ebrard left. Opposition senator Jeanine Anez declared herself president.", "herself", "Jeanine Áñez")]
    [InlineData("The prime minister denied the charge. Prime Minister Oto Belk said that he would stay.", "minister", "Oto Belk")]
    [InlineData("Lars Dahl met Oto Belk. He praised him. John Kerry said that the United States would help, and he urged Chad to act.", "he", "John Kerry")]
    [InlineData("India and Pakistan fired across the line. Families fled. Both sides said they wanted peace.", "they", "India", "Pakistan")]
    [InlineData("Trump met Putin. The CIA kept silent. Both men praised the talks.", "men", "Donald Trump", "Vladimir Putin")]
    [InlineData("Hamas militants fired rockets at Israel.", "militants", "Hamas")]
    [InlineData("Turkey, which backs Azerbaijan, sent drones.", "which", "Turkey")]
    [InlineData("Nancy Pelosi landed in Taipei. Foreign Minister Wang Yi protested. The spokesman said that she had the right to go.", "she", "Nancy Pelosi")]
    [InlineData("Angola, Botswana and Namibia met in Windhoek. They signed a treaty on water.", "They", "Angola", "Botswana", "Namibia")]
    [InlineData("The Kremlin cited a study that doubted North Korea's claim that it had tested a warhead.", "it", "North Korea")]
    [InlineData("The US and European Union asked Sudan to stop.", "Union", "European Union", "United States")]
    [InlineData("Banks froze accounts of states such as Iran and Syria.", "states", "Iran", "Syria")]
    [InlineData("Ambassador of Norway to the State of Qatar H E Lars Dahl praised Qatar. The ambassador will return.", "ambassador", "Lars Dahl")]
    [InlineData("Putin flew to Ankara. Erdogan told his guest that Syria would be hard.", "guest", "Vladimir Putin")]
    [InlineData("India tested a missile. Pakistan said it would watch its neighbour.", "neighbour", "India")]
    [InlineData("Its ally, China, asked North Korea for calm.", "ally", "China")]
    [InlineData("India sent ships. Prime Minister Shahid Khaqan Abbasi left Pakistan. President Emmanuel Macron told the nation that taxes would fall.", "nation", "France")]
    [InlineData("Emmanuel Macron spoke in Berlin. Angela Merkel called his speech brave.", "his", "Emmanuel Macron")]
    [InlineData("Saudi Arabia and Bahrain shut their borders. The Gulf states accuse Iran.", "states", "Saudi Arabia", "Bahrain")]
    [InlineData("Hezbollah fired rockets at Israel. The Iran-backed group vowed revenge.", "group", "Hezbollah")]
    [InlineData("Hezbollah fired rockets at Israel. The Lebanese group vowed revenge.", "group", "Hezbollah")]
    [InlineData("Sudan's president, Omar al-Bashir, whom judges want, sat down. Salva Kiir stood. Bashir thanked him.", "him", "Salva Kiir Mayardit")]
    [InlineData("Japan signed a deal with Kenya. A Sudanese delegation flew to Addis Ababa, but the two sides failed to agree on a border.", "sides", "Sudan", "Ethiopia")]
    [InlineData("Israel's Shimon Peres and Mahmoud Abbas, who led the talks, signed.", "who", "Mahmoud Abbas")]
    [InlineData("Colombia's president, Gustavo Petro, accused Nicolas Maduro of Venezuela. The two foreign ministers will talk.", "ministers", "foreign minister of Colombia", "foreign minister of Venezuela")]
    [InlineData("Serbia accused Kosovo. Serbia, backed by Russia and China, refused to talk. The two sides met in Skopje.", "sides", "Serbia", "Kosovo")]
    [InlineData("Turkey's president says it will send troops.", "it", "Turkey")]
    [InlineData("The Turkish army says it attacked a camp.", "it", "Turkish army")]
    [InlineData("Fighting spread in Belarus. Belarus shut its border. Belarus called up men. Russia stood by its ally.", "ally", "Belarus")]
    [InlineData("President Bashar al-Assad left the country.", "country", "Syria")]
    [InlineData("Refugees said soldiers burned their villages.", "their", "Refugees")]
    [InlineData("Colombia freed rebel leader Oto Belk. The rebel smiled.", "rebel", "Oto Belk")]
    [InlineData("Russia and Georgia fought over Abkhazia. Turkey said it stood by its ally. Azerbaijan fired on Armenia.", "ally", "Azerbaijan")]
    [InlineData("Russia tested a missile. Russia and Japan sent ships. Pakistan asked for talks with its neighbour. India refused.", "neighbour", "India")]
    [InlineData("Iran and Iraq met in Geneva. The parties agreed on a date.", "parties", "Iran", "Iraq")]
    [InlineData("Qatar hosted talks between Niger's army and Boko Haram in Doha. Nobody in Doha or Lagos spoke. Norway helped. Both sides agreed to stop.", "sides", "Niger", "Boko Haram")]
    [InlineData("Peru will see Chile. The ministers of Kenya and Uganda met. Kenya sent ships. Norway and Denmark were asked. Sweden kept silent. Talks between the Greek and Turkish ministers ended. The mediators of Oman and Qatar left. Both sides smiled.", "sides", "Oman", "Qatar")]
    [InlineData("Police want Milan Radic and his men. Radic, though he was freed, left Serbia.", "he", "Milan Radic")]
    [InlineData("Peru's government will talk. Peru freed men of the Shining Path. A bishop of Peru said the sides had met.", "sides", "Peru's government", "Shining Path")]
    [InlineData("The Bosnian Serbs shelled the town. Bosnia asked for help. The Serbs refused to leave.", "Serbs", "Bosnian Serb Army")]
    [InlineData("Guinea's minister flew to Tunisia and brought home its citizens.", "its", "Guinea")]
    [InlineData("Macron spoke with Merkel. Putin sent troops. Xi met with Modi. The two leaders smiled.", "leaders", "Xi Jinping", "Narendra Modi")]
    [InlineData("Merkel spoke in Berlin. Pope Francis came on Friday, and he was cheered.", "he", "Pope Francis")]
    [InlineData("The African Democratic Congress left. The United States said nothing.", "Congress", "African Democratic Congress")]
    [InlineData("Oto Belk, the winner, thanked Norway. Lars Dahl came. Lars Dahl left. The winner smiled.", "winner", "Oto Belk")]
    [InlineData("Russia's seizure of Mariupol and its buildup near Poland alarmed Lithuania.", "its", "Russia")]
    [InlineData("Vladimir Putin waited. Vladimir Putin sat down. Emmanuel Macron's aim in his talks was peace.", "his", "Emmanuel Macron")]
    [InlineData("Emmanuel Macron waited for Vladimir Putin, greeting him at the gate.", "him", "Vladimir Putin")]
    [InlineData("Vladimir Putin tried to frighten lawmakers into greeting him.", "him", "Vladimir Putin")]
    [InlineData("Modi Airlines said that fares would rise. Modi flies to forty towns.", "Modi", "Modi Airlines")]
    [InlineData("Modi Airlines said that fares would rise in India. Modi flies to forty towns.", "Modi", "Narendra Modi")]
    [InlineData("Modi Airlines said that fares would rise. Mr. Modi flies to forty towns.", "Modi", "Narendra Modi")]
    [InlineData("The Trump administration waited. Iran is calm. Iran's president left. Administration aides kept silent.", "Administration", "Trump administration")]
    [InlineData("The European Commission waited. Brussels sued Poland.", "Brussels", "European Union")]
    [InlineData("Poland waited. Brussels sued Poland.", "Brussels", "Belgium")]
    [InlineData("The European Commission waited for Belgium. Brussels sued Poland.", "Brussels", "Belgium")]
    [InlineData("Angela Merkel, Berg and Foreign Minister Heiko Maas will visit Cairo.", "Berg", "Berg")]
    public void Words_mean_whom_they_should(string text, string word, params string[] names)
    {
        var mention = At(text, word, new LocalDate(2018, 7, 16));
        Assert.Equal(names, mention.Others.Prepend(mention.Actor).Select(a => a.Name));
    }

    [Theory]
    [InlineData("Merkel criticised Macron.", "Merkel", "DEU", "GOV")]
    [InlineData("Chief Executive Ann Lowe of Brightwell Foods resigned.", "Ann", null, "BUS")]
    [InlineData("The chief executive of Hong Kong, Carrie Lam, condemned protesters.", "Lam", "HKG", "GOV")]
    [InlineData("Chad Smith sued the company.", "Smith", null, null)]
    [InlineData("Pyongyang, May 3 (KCNA) -- South Korea lied. Our army will act.", "army", "PRK", "MIL")]
    [InlineData("Syria keeps 14,000 troops in Lebanon.", "troops", "SYR", "MIL")]
    [InlineData("The military council in Cairo dissolved parliament.", "council", "EGY", "MIL")]
    [InlineData("Protesters in Benghazi burned flags.", "Protesters", "LBY", "CVL")]
    [InlineData("Brazil is afraid. Brazil will wait. The foreign ministry said that its envoy had been stopped in Paris.", "ministry", "BRA", "GOV")]
    [InlineData("Norway had plans to send troops to Lebanon.", "troops", "NOR", "MIL")]
    [InlineData("Egypt's Islamist parties won.", "parties", "EGY", "PTY")]
    [InlineData("Lebanon thanked the Kuwaiti emir and parliament.", "parliament", "KWT", "LEG")]
    [InlineData("Brightwell Foods Inc. of Canada closed a plant in Canada. The chairman resigned.", "chairman", null, "BUS")]
    [InlineData("Canada's government will sue Brightwell Foods Inc. over a plant in Canada. The official resigned.", "official", "CAN", "GOV")]
    [InlineData("Rebels loyal to Hezbollah fired rockets.", "Rebels", "LBN", "REB")]
    [InlineData("President Bush left. Iraq kept Kuwait.", "Bush", "USA", "GOV")]
    [InlineData("Trump's attacks on Obama went on.", "Obama", "USA", "GOV")]
    [InlineData("Kenyatta met envoys about the road that Kenya wants.", "Kenyatta", "KEN", null)]
    [InlineData("A lawmaker from India's Bharatiya Janata Party, who accused the press of lies, left.", "who", "IND", "LEG")]
    [InlineData("Norway's president has met hostile governments.", "governments", null, "GOV")]
    [InlineData("Rep. Ann Lowe, D-Ohio, met Russian lawmakers.", "Lowe", "USA", "LEG")]
    [InlineData("Representative Ann Lowe, a Michigan Democrat, met Germany's chancellor.", "Lowe", "USA", "LEG")]
    [InlineData("Russia fired rockets. Ann Lowe, the top Democrat on the House Intelligence Committee, met Russian lawmakers.", "Lowe", "USA", "PTY")]
    [InlineData("Companies like Taiwan Semiconductor asked China for relief.", "Companies", "TWN", "BUS")]
    [InlineData("Chad's caretaker leader met envoys.", "leader", "TCD", "GOV")]
    [InlineData("Iran tested a missile. Republican senators met Iranian exiles.", "senators", "USA", "LEG")]
    [InlineData("Serbia, Kosovo leaders meet in Ohrid.", "leaders", "SRB", "GOV")]
    [InlineData("American bombers struck Iran.", "bombers", "USA", "MIL")]
    [InlineData("Malta asked for peace. Father Daniel Ortiz prayed in Malta.", "Ortiz", "MLT", "REL")]
    [InlineData("Tunisia's national security council met.", "council", "TUN", "GOV")]
    [InlineData("Human Rights Watch accused Ethiopia of torture. The spokesman said that trials were unfair.", "spokesman", "NGO", null)]
    [InlineData("Pakistan waited. The international community led by the United States said no.", "community", "IGO", null)]
    [InlineData("Hamas negotiators left Cairo.", "negotiators", "PSE", "REB")]
    [InlineData("Maoist chief Oto Belk left Nepal.", "Belk", "NPL", "REB")]
    [InlineData("Observers from the European Union left Sudan.", "Observers", "EUR", null)]
    [InlineData("Britain's main opposition Labour Party said no.", "Party", "GBR", "OPP")]
    [InlineData("Workers of Egypt's ruling party marched.", "Workers", "EGY", "PTY")]
    [InlineData("A Palestinian was shot dead.", "Palestinian", "PSE", "CVL")]
    [InlineData("The Chinese agreed to talks.", "Chinese", "CHN", null)]
    [InlineData("The ministers Oto Belk (Norway) and Lea Dahl (Chad) met.", "Dahl", "TCD", null)]
    [InlineData("Peru's foreign minister met his counterpart Oto Belk.", "counterpart", null, "GOV")]
    [InlineData("Putin said that the Syrian government and armed opposition groups had agreed to a truce. Russia waits.", "groups", "SYR", "OPP")]
    [InlineData("The minister of farming and livestock, Anna Berg, left. Peru is calm. Peru will wait.", "Berg", "PER", "GOV")]
    [InlineData("Norway is afraid. Norway shut its border. The National Water Resources Committee met.", "Committee", "NOR", "GOV")]
    [InlineData("Iran fired rockets. Rebels toppled Hosni Mubarak.", "Rebels", "EGY", "REB")]
    [InlineData("Russia backs the government in Syria.", "government", "SYR", "GOV")]
    [InlineData("Vice President Harris left.", "Harris", "USA", "GOV")]
    [InlineData("Guards at Union Bank of Finland walked out.", "Bank", "FIN", "BUS")]
    [InlineData("The Falcon Guard waited. Chad's Falcon Guard fired.", "Guard", "TCD", null)]
    [InlineData("Lars Dahl, chairman and chief executive, resigned.", "Dahl", null, "BUS")]
    [InlineData("Lars Dahl, chairman and deputy, resigned.", "Dahl", null, "GOV")]
    [InlineData("Chad is calm. An international land, sea and air force gathered in Chad.", "force", null, "MIL")]
    [InlineData("Chad is calm. Foreign farmers and police gathered in Chad.", "police", "TCD", "COP")]
    [InlineData("Oto Belk is calm. Republican Janet Holmes a Court left Belk.", "Holmes", null, "PTY")]
    [InlineData("Chad is afraid. Chad shut its border. The Falcon Ministry waited. Peru's Falcon Ministry protested.", "Ministry", "PER", "GOV")]
    public void Codes_and_sectors_are_told_without_a_day(string text, string word, string? code, string? sector)
    {
        var actor = At(text, word, null).Actor;
        Assert.Equal((code, sector), (actor.Code, actor.Sectors.FirstOrDefault()));
    }

    [Theory]
    [InlineData("2008-08-09", "Russian tanks rolled into Georgia.", "Georgia", "GEO", null)]
    [InlineData("2018-11-07", "President Donald Trump praised Georgia, where Republicans won.", "Georgia", "USA", "GOV")]
    [InlineData("2015-07-14", "Iran signed. Republicans in Congress vowed to kill the deal.", "Republicans", "USA", "LEG")]
    [InlineData("2019-10-01", "Peru's president dissolved Congress on Monday. Peru is calm.", "Congress", "PER", "LEG")]
    [InlineData("2020-02-03", "Uganda held elections. The Democratic Party accused Uganda's police of fraud.", "Party", "UGA", "PTY")]
    [InlineData("2019-08-01", "The Taliban attacked Kunduz.", "Taliban", "AFG", "REB")]
    [InlineData("2023-08-01", "The Taliban closed a school in Kabul.", "Taliban", "AFG", "GOV")]
    [InlineData("2011-11-23", "Saudi troops stayed in Saudi Arabia. King Abdullah smiled.", "Abdullah", "SAU", "GOV")]
    [InlineData("2011-11-23", "Jordan shut its border. King Abdullah smiled.", "Abdullah", "JOR", "GOV")]
    [InlineData("1999-05-08", "Police in Peru questioned Moore.", "Moore", null, null)]
    [InlineData("2024-01-09", "Hamas gunmen fired at Israeli tanks.", "gunmen", "PSE", "REB")]
    [InlineData("2024-01-09", "Protesters in Jabaliya burned flags.", "Protesters", "PSE", "CVL")]
    [InlineData("2024-01-09", "Members of the Kuwaiti parliament walked out.", "Members", "KWT", "LEG")]
    [InlineData("2024-01-09", "Britain's chancellor of the Exchequer, Anna Berg, resigned.", "Berg", "GBR", "GOV")]
    [InlineData("2024-01-09", "Norway's Anna Berg became foreign minister. Berg thanked voters.", "Berg", "NOR", "GOV")]
    [InlineData("2024-01-09", "Thousands of Hungarians marched in Budapest.", "Hungarians", "HUN", "CVL")]
    [InlineData("2024-01-09", "Donors to Malawi froze their aid.", "Donors", null, null)]
    [InlineData("1988-05-01", "On Tuesday, the United States and Soviet Union conferred.", "Union", "SUN", null)]
    public void A_name_is_read_by_the_states_and_the_day_of_the_report(string day, string text, string word, string? code, string? sector)
    {
        var mention = At(text, word, NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value);
        Assert.Equal((code, sector), (mention.Actor.Code, mention.Actor.Sectors.FirstOrDefault()));
    }

    [Theory]
    [InlineData("A Chadian court sentenced two men. They shouted that the judges took orders.", "judges", "court")]
    [InlineData("Anna Berg is the mayor of Bergen. The mayor declined to comment.", "mayor", "Berg")]
    [InlineData("Anna Berg ran the vote as secretary of state. Reporters asked Berg.", "secretary", "Berg")]
    public void A_later_description_takes_up_whom_it_should(string text, string word, string name) =>
        Assert.Contains(name, At(text, word, new LocalDate(2024, 1, 9)).Actor.Name, StringComparison.Ordinal);

    [Theory]
    [InlineData("Egyptian officials left.", "officials", StateSource.Named)]
    [InlineData("Putin met his ministers.", "ministers", StateSource.Possessive)]
    [InlineData("Vladimir Putin left. He will return.", "He", StateSource.Coreference)]
    [InlineData("Egypt closed its border. Egypt is afraid. Police searched cars.", "Police", StateSource.Setting)]
    [InlineData("Egypt closed its border. Egypt is afraid. Police searched cars. The police left.", "police", StateSource.Setting)]
    [InlineData("Masked men left.", "men", StateSource.None)]
    public void How_the_state_was_found_is_told(string text, string word, StateSource state) => Assert.Equal(state, At(text, word, new LocalDate(2018, 7, 16)).State);

    [Fact]
    public void Two_neighbours_are_states()
    {
        var mention = At("India and Pakistan will meet. Prime Minister Narendra Modi said that the two neighbours should talk.", "neighbours", new LocalDate(2014, 8, 18));
        Assert.Equal(["IND", "PAK"], mention.Others.Prepend(mention.Actor).Select(a => a.Code));
    }

    private ActorMention At(string text, string word, LocalDate? published)
    {
        var report = shipped.Reader.FromText("text", text).Value! with { Published = published };
        var mentions = shipped.Finder.Find(shipped.Language.Parse(report));
        return mentions.All.LastOrDefault(m => Enumerable.Range(m.First, m.Last - m.First + 1).Any(i => m.Sentence[i].Form == word && (i == m.Head || m.Actor.IsPerson || m.Last == m.First)))
            ?? throw new InvalidOperationException($"no mention of {word}: {string.Join(", ", mentions.All)}");
    }
}
