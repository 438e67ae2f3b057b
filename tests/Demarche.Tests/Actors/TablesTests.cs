using System.Globalization;
using System.Text.RegularExpressions;

namespace Demarche.Tests.Actors;

/// <summary>Checks the knowledge tables as they are written, before any loader makes sense of them.</summary>
public sealed partial class TablesTests
{
    private const string IsoCodes =
        "ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM BLR BLZ BMU BOL BRA BRB BRN " +
        "BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP " +
        "EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND " +
        "IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA " +
        "MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN " +
        "PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN " +
        "SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM " +
        "XKX YEM ZAF ZMB ZWE";

    // States that are no more keep the code that they had (ISO 3166-3).
    private const string FormerCodes = "CSK DDR SCG SUN YMD YUG ZAR";

    private static readonly HashSet<string> States = [.. IsoCodes.Split(' '), .. FormerCodes.Split(' ')];
    private static readonly HashSet<string> International = ["IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"];
    private static readonly HashSet<string> Sectors =
    [
        "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED",
        "REF", "OPP", "PRE", "REL", "SOC",
    ];

    [Theory]
    [InlineData("officials", 9, 4000, "name other_names family code sector office start end note")]
    [InlineData("organisations", 5, 700, "name other_names code sector note")]
    [InlineData("groups", 7, 400, "name other_names code sector start end note")]
    [InlineData("parties", 6, 400, "name other_names code sector needs note")]
    public void Every_row_has_the_columns_of_its_header(string table, int columns, int atLeast, string header)
    {
        var rows = Rows(table);
        Assert.Equal(header.Split(' '), rows[0].Cells);
        Assert.True(rows.Count > atLeast, $"{table}: {rows.Count - 1} rows");
        Assert.Empty(rows.Where(r => r.Cells.Length != columns).Select(r => r.Where));
        Assert.Empty(rows.Where(r => r.Cells.Any(c => c != c.Trim() || c.Contains(";;", StringComparison.Ordinal))).Select(r => r.Where));
    }

    [Theory]
    [InlineData("officials")]
    [InlineData("organisations")]
    [InlineData("groups")]
    [InlineData("parties")]
    public void Names_are_given_and_no_row_comes_twice(string table)
    {
        var rows = Rows(table)[1..];
        Assert.Empty(rows.Where(r => r["name"].Length == 0).Select(r => r.Where));
        Assert.Empty(rows.GroupBy(r => string.Join('\t', r.Cells)).Where(g => g.Count() > 1).Select(g => g.First().Where));
        Assert.Empty(rows.Where(r => r.Values("other_names").Contains(r["name"], StringComparer.Ordinal)).Select(r => r.Where));
    }

    [Theory]
    [InlineData("officials")]
    [InlineData("organisations")]
    [InlineData("groups")]
    [InlineData("parties")]
    public void Codes_and_sectors_are_known_to_PLOVER(string table)
    {
        var rows = Rows(table)[1..];
        Assert.Empty(rows.Where(r => !States.Contains(r["code"]) && !International.Contains(r["code"])).Select(r => $"{r.Where} {r["code"]}"));
        Assert.Empty(rows.Where(r => r.Values("sector").Any(s => !Sectors.Contains(s))).Select(r => $"{r.Where} {r["sector"]}"));
    }

    [Fact]
    public void No_name_of_a_body_belongs_to_two()
    {
        string[] tables = ["organisations", "groups", "parties"];
        var names = tables.SelectMany(t => Rows(t)[1..]).SelectMany(r => r.Values("other_names").Append(r["name"]).Select(n => (Name: n, Row: r)));
        Assert.Empty(names.GroupBy(n => n.Name, StringComparer.Ordinal).Where(g => AtOnce([.. g.Select(n => n.Row)]) && g.Select(n => n.Row["needs"]).Where(n => n.Length > 0).Distinct().Count() < g.Count()).Select(g => $"{g.Key}: {string.Join(' ', g.Select(n => n.Row.Where))}"));
    }

    [Fact]
    public void A_term_has_dates_and_does_not_end_before_it_starts()
    {
        foreach (var row in Rows("officials")[1..])
        {
            Assert.True(row["office"].Length > 0, row.Where);
            Assert.True(Day(row["start"], first: true) is { } start && Day(row["end"], first: false) is { } end && start <= end, row.Where);
        }
    }

    [Fact]
    public void Nobody_holds_the_same_office_twice_at_once()
    {
        foreach (var terms in Rows("officials")[1..].GroupBy(r => (r["name"], r["code"], r["office"])))
        {
            var ordered = terms.OrderBy(r => Day(r["start"], first: true)).ToList();
            foreach (var (earlier, later) in ordered.Zip(ordered.Skip(1)))
            {
                Assert.True(earlier["end"].Length > 0, earlier.Where);
                Assert.True(Day(earlier["end"], first: true) <= Day(later["start"], first: false), later.Where);
            }
        }
    }

    [Theory]
    [InlineData("1994-10-13", "USA", "president", "Bill Clinton")]
    [InlineData("2001-09-11", "AFG", "leader of the Taliban", "Mullah Mohammed Omar")]
    [InlineData("2011-02-01", "EGY", "president", "Hosni Mubarak")]
    [InlineData("2020-07-04", "USA", "deputy secretary of state", "Stephen Biegun")]
    [InlineData("2020-07-04", "KOR", "president", "Moon Jae-in")]
    [InlineData("2020-07-04", "USA", "president", "Donald Trump")]
    [InlineData("2022-03-01", "UKR", "foreign minister", "Dmytro Kuleba")]
    [InlineData("2025-06-01", "VAT", "pope", "Leo XIV")]
    public void An_office_has_its_holder_on_a_day(string day, string code, string office, string holder)
    {
        var on = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var holders = Rows("officials")[1..].Where(r => r["code"] == code && r["office"] == office
            && Day(r["start"], first: true) <= on && on < Day(r["end"], first: false));
        Assert.Equal([holder], holders.Select(r => r["name"]));
    }

    [Theory]
    [InlineData("president", "CIV GMB MDG")]        // two claimants at once
    [InlineData("prime minister", "LBY")]           // two governments at once
    [InlineData("foreign minister", "")]
    [InlineData("UN secretary-general", "")]
    public void An_office_of_one_has_one_holder_at_a_time(string office, string disputed)
    {
        foreach (var state in Rows("officials")[1..].Where(r => r["office"] == office).GroupBy(r => r["code"], StringComparer.Ordinal))
        {
            if (disputed.Split(' ').Contains(state.Key, StringComparer.Ordinal))
            {
                continue;
            }

            var terms = state.OrderBy(r => Day(r["start"], first: true)).ToList();
            foreach (var (earlier, later) in terms.Zip(terms.Skip(1)))
            {
                Assert.True(earlier["end"].Length > 0 && Day(earlier["end"], first: true) <= Day(later["start"], first: false), $"{earlier.Where} and {later.Where}");
            }
        }
    }

    [Fact]
    public void Places_have_ids_of_their_own_states_and_coordinates()
    {
        var rows = Rows("places", "places");
        Assert.Equal("geonameid name other_names country admin1 latitude longitude population level".Split(' '), rows[0].Cells);
        Assert.Empty(rows.Where(r => r.Cells.Length != 9).Select(r => r.Where));
        var places = rows[1..];
        Assert.True(places.Count > 20000, $"{places.Count} places");
        Assert.Empty(places.Where(r => r["name"].Length == 0 || (r["country"].Length == 0 ? r["level"] != "region" : !States.Contains(r["country"]))).Select(r => r.Where));
        Assert.Empty(places.Where(r => r["level"] is not ("city" or "capital" or "region")).Select(r => r.Where));
        Assert.Empty(places.Where(r => r["level"] != "region" && !int.TryParse(r["geonameid"], CultureInfo.InvariantCulture, out _)).Select(r => r.Where));
        Assert.Empty(places.Where(r => r["geonameid"].Length > 0).GroupBy(r => r["geonameid"], StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.First().Where));
        Assert.Empty(places.Where(r => !Degrees(r["latitude"], 90) || !Degrees(r["longitude"], 180)).Select(r => r.Where));
        Assert.Empty(places.Where(r => r["population"].Length > 0 && !int.TryParse(r["population"], CultureInfo.InvariantCulture, out _)).Select(r => r.Where));
    }

    [Theory]
    [InlineData("Hanoi", "VNM", "capital")]
    [InlineData("Gaza City", "PSE", "city")]
    [InlineData("Kandahar", "AFG", "region")]
    [InlineData("South China Sea", "", "region")]
    public void A_place_in_the_news_is_there_once(string name, string country, string level) =>
        Assert.Single(Rows("places", "places"), r => r["name"] == name && r["country"] == country && r["level"] == level);

    [Fact]
    public void An_election_has_a_state_an_office_and_a_day()
    {
        var rows = Rows("elections", "time");
        Assert.Equal("code office date note".Split(' '), rows[0].Cells);
        var elections = rows[1..];
        Assert.True(elections.Count > 800, $"{elections.Count} elections");
        Assert.Empty(elections.Where(r => r.Cells.Length != 4 || (!States.Contains(r["code"]) && r["code"] != "EUR")).Select(r => r.Where));
        Assert.Empty(elections.Where(r => r["office"] is not ("president" or "legislature" or "prime minister")).Select(r => r.Where));
        Assert.Empty(elections.Where(r => r["date"].Length != 10 || Day(r["date"], first: true) is null).Select(r => r.Where));
        Assert.Empty(elections.GroupBy(r => (r["code"], r["office"], r["date"])).Where(g => g.Count() > 1).Select(g => g.First().Where));
    }

    // A group that came to govern has a row for each time.
    private static bool AtOnce(List<Row> rows)
    {
        rows.Sort((a, b) => Day(a["start"], first: true)!.Value.CompareTo(Day(b["start"], first: true)!.Value));
        return rows.Zip(rows.Skip(1)).Any(p => Day(p.First["end"], first: false) >= Day(p.Second["start"], first: true));
    }

    private static bool Degrees(string cell, double most) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most;

    // The first or the last day of what the cell names; an open cell is the far past or the far future.
    private static DateOnly? Day(string cell, bool first)
    {
        if (cell.Length == 0)
        {
            return first ? DateOnly.MinValue : DateOnly.MaxValue;
        }

        if (!IsoDate().IsMatch(cell))
        {
            return null;
        }

        var start = cell.Length switch { 4 => cell + "-01-01", 7 => cell + "-01", _ => cell };
        if (!DateOnly.TryParseExact(start, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return null;
        }

        return first || cell.Length == 10 ? day : (cell.Length == 4 ? day.AddYears(1) : day.AddMonths(1)).AddDays(-1);
    }

    [GeneratedRegex(@"^\d{4}(-\d\d){0,2}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IsoDate();

    private static List<Row> Rows(string table, string folder = "actors")
    {
        var file = CodebookFiles.Shipped().At($"{folder}/{table}.tsv");
        Assert.NotNull(file);
        var rows = new List<Row>();
        var lines = file.Text.Split('\n');
        string[]? header = null;
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length > 0 && lines[i][0] != '#')
            {
                var cells = lines[i].Split('\t');
                header ??= cells;
                rows.Add(new Row($"{file.Path}:{i + 1}", header, cells));
            }
        }

        return rows;
    }

    private sealed record Row(string Where, string[] Header, string[] Cells)
    {
        public string this[string column] => Array.IndexOf(Header, column) is var i && i >= 0 && i < Cells.Length ? Cells[i] : "";

        public string[] Values(string column) => this[column].Split(';', StringSplitOptions.RemoveEmptyEntries);
    }
}
