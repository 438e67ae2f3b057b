using System.Text;
using CsCheck;
using Demarche.Coding.Records;
using Demarche.Store.Formats;
using Demarche.Tests.Cli;
using NodaTime;

namespace Demarche.Tests.Store.Formats;

public class RoundTripTests
{
    private static readonly Gen<string> Words = Gen.String[Gen.Char["abcXYZ =+-@'\",;\t\n0é漢"], 1, 12].Where(w => w.Trim().Length > 0 && w.Trim() != "None");

    private static readonly Gen<LocalDate?> Day =
        Gen.OneOf(Gen.Const((LocalDate?)null), Gen.Int[0, 40_000].Select(d => (LocalDate?)new LocalDate(1950, 1, 1).PlusDays(d)));

    private static readonly Gen<ParticipantRecord> Participant = Gen.Select(
        Any<string?>("USA", "PRK", "ROU", "PSE", "UNO", null), Any<string[]>([], ["GOV"], ["GOV", "MIL"], ["REB", "UAF", "OPP"]), Words)
        .Select((code, sectors, name) => new ParticipantRecord(code, [.. sectors], name, name));

    private static readonly Gen<PlaceRecord?> Place = Gen.OneOf(
        Gen.Const((PlaceRecord?)null),
        Gen.Select(Words, Any("USA", "AUT", "SRB", "SSD"), Gen.Int[-90, 90], Gen.Int[-180, 180]).Select((name, country, lat, lon) => (PlaceRecord?)new PlaceRecord(name, name, country, 77, lat / 4.0, lon / 4.0)));

    private static readonly Gen<EventRecord> Event = Gen.Select(
        Words, Day, Participant.Array[1, 3], Participant.Array[0, 2], Any("AGREE", "CONSULT", "SANCTION", "ASSAULT"), Place, Words, Any("happened", "ongoing", "planned"))
        .Select((id, day, actors, recipients, type, place, text, status) =>
        {
            var known = Samples.Codebook.Ontology.Types[type];
            var mode = known.Modes.Keys.FirstOrDefault();
            var cameo = Samples.Codebook.Cameo.Of(type, mode)!;
            return new EventRecord
            {
                Id = id,
                Date = day,
                EndDate = day,
                Actors = [.. actors],
                Recipients = [.. recipients],
                Type = type,
                Mode = mode,
                Place = place,
                Text = text,
                Status = status,
                Quad = (int)known.Quad,
                Scale = known.ScoreOf(mode),
                Cameo = cameo.Code,
                Goldstein = cameo.Goldstein,
                Contexts = ["diplomatic", "military"],
                Confidence = 0.5,
                Rule = text,
                TextInfo = new TextPlace(1, 2, 3, "paragraph"),
                Coder = "Demarche 0.1.0",
                Citation = new CitationRecord(id, null, text, "https://x.example/1", null, day, []),
            };
        });

    [Fact]
    public void Json_lines_hold_everything() => Event.Sample(one => Assert.Equal(Json(one), Json(Assert.Single(Samples.Back("plover", one)))), iter: 200);

    [Fact]
    public void Parquet_holds_everything()
    {
        using var folder = new TestFolder();
        Event.Array[0, 20].Sample(
            events =>
            {
                var path = Path.Combine(folder.Path, $"e{Guid.NewGuid():N}.parquet");
                Assert.Equal(events.Length.ToString(), ParquetFile.Write(events.Select(EventLines.Line), path).Value);
                Assert.Equal(events.Select(Json), Samples.Formats.Read("parquet", path).Select(r => Json(r.Value!)));
            },
            iter: 10,
            threads: 1);
    }

    [Fact]
    public void A_long_parquet_file_keeps_the_order_and_tells_what_its_source_threw()
    {
        using var folder = new TestFolder();
        var path = Path.Combine(folder.Path, "long.parquet");
        var ids = Enumerable.Range(0, 25_000).Select(i => $"report{i}").ToList();   // several groups of rows
        var lines = ids.Select(i => EventLines.Line(Samples.Bare with { Id = i }));
        Assert.Equal("25000", ParquetFile.Write(lines, path).Value);
        Assert.Equal(ids, Samples.Formats.Read("parquet", path).Select(r => r.Value!.Id));
        var cut = Path.Combine(folder.Path, "cut.parquet");
        Assert.Throws<TimeoutException>(() => ParquetFile.Write(lines.Take(3000).Concat(Cut()), cut));
        Assert.Equal([path], Directory.GetFiles(folder.Path));

        static IEnumerable<string> Cut() => Enumerable.Repeat(0, 1).Select<int, string>(_ => throw new TimeoutException());
    }

    // What a format holds comes back: written, read and written again it is the same. Columns that are read off our own texts are left out.
    [Theory]
    [InlineData("csv", new int[0])]
    [InlineData("polecat", new[] { 11, 19 })]
    [InlineData("icews", new[] { 12 })]
    [InlineData("gdelt", new[] { 25 })]
    public void What_a_format_holds_comes_back(string format, int[] derived) => Event.Sample(
        one =>
        {
            var held = one with { Status = "happened" };
            var first = Samples.Written(format, held);
            Assert.Equal(Without(first, derived), Without(Samples.Written(format, [.. Samples.Back(format, held)]), derived));
        },
        iter: 300);

    [Theory]
    [InlineData("csv")]
    [InlineData("polecat")]
    [InlineData("icews")]
    [InlineData("gdelt")]
    public void The_fields_that_all_formats_share_come_back(string format)
    {
        var back = Assert.Single(Samples.Back(format, Samples.Bare with { Date = new LocalDate(2020, 7, 4), Place = Samples.Full.Place }));
        Assert.Equal(new LocalDate(2020, 7, 4), back.Date);
        Assert.Equal(("SANCTION", 4, "USA", "PRK", "Vienna", "AUT"), (back.Type, back.Quad, back.Actors[0].Code, back.Recipients[0].Code, back.Place!.Name, back.Place.Country));
        Assert.Equal(format == "polecat" ? null : "160", back.Cameo);
        Assert.Equal(("United States", "North Korea"), (back.Actors[0].Name, back.Recipients[0].Name));
    }

    [Fact]
    public void Every_code_that_we_write_is_read_as_the_type_that_it_came_from()
    {
        var written = Samples.Codebook.Ontology.Types.Values.SelectMany(t => t.Modes.Keys.Prepend(null).Select(m => (Type: t, Mode: m, Samples.Codebook.Cameo.Of(t.Name, m)?.Code)))
            .Where(w => w.Code is not null).ToList();

        // Types that share a code are one to CAMEO: either will do.
        var sharing = written.ToLookup(w => w.Code, w => w.Type.Name);
        Assert.All(written, w =>
        {
            var one = Samples.Bare with { Type = w.Type.Name, Mode = w.Mode, Cameo = w.Code, Quad = (int)w.Type.Quad };
            Assert.Contains(Assert.Single(Samples.Back("gdelt", one)).Type, sharing[w.Code]);
        });
    }

    private static Gen<T> Any<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string Json(EventRecord one)
    {
        using var bytes = new MemoryStream();
        EventLines.Write([one], bytes);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static string Without(string text, int[] columns) => columns.Length == 0 ? text : string.Join('\n', text.Split('\n').Select(line =>
    {
        var cells = line.Split('\t');
        foreach (var column in columns.Where(c => c < cells.Length))
        {
            cells[column] = "";
        }

        return string.Join('\t', cells);
    }));
}
