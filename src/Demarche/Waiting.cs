#pragma warning disable
namespace Demarche.Language { public sealed class LanguageModel { public static Outcome<LanguageModel> Load() => new LanguageModel(); public ParsedReport Parse(Reports.Report r) => new(r, [], []); public System.Collections.Immutable.ImmutableArray<Sentence> ParseWords(IReadOnlyList<string[]> w) => []; }
public static class Conllu { public static void Write(ParsedReport p, TextWriter w) {} } }
namespace Demarche.Actors { public sealed class ActorFinder { public static Outcome<ActorFinder> Load(CodebookFiles f) => new ActorFinder(); public ActorMentions Find(Language.ParsedReport r) => new(r, []); } }
namespace Demarche.Places { public sealed class PlaceFinder { public static Outcome<PlaceFinder> Load(CodebookFiles f) => new PlaceFinder(); public PlaceMentions Find(Language.ParsedReport r) => new([]); } }
namespace Demarche.Time { public sealed class TimeFinder { public static Outcome<TimeFinder> Load(CodebookFiles f) => new TimeFinder(); public TimeMentions Find(Language.ParsedReport r) => new([]); } }
namespace Demarche.Coding { public static class EventLines { public static IEnumerable<string> Json(CodedReport r, Codebook c) => []; } public static class EventRows { public static string Header(char c) => ""; public static IEnumerable<string> Of(CodedReport r, Codebook c, char s) => []; } }
