#pragma warning disable
namespace Demarche.Actors { public sealed class ActorFinder { public static Outcome<ActorFinder> Load(CodebookFiles f) => new ActorFinder(); public ActorMentions Find(Language.ParsedReport r) => new(r, []); } }
namespace Demarche.Places { public sealed class PlaceFinder { public static Outcome<PlaceFinder> Load(CodebookFiles f) => new PlaceFinder(); public PlaceMentions Find(Language.ParsedReport r) => new([]); } }
namespace Demarche.Time { public sealed class TimeFinder { public static Outcome<TimeFinder> Load(CodebookFiles f) => new TimeFinder(); public TimeMentions Find(Language.ParsedReport r) => new([]); } }
namespace Demarche.Language { public static class TreeDrawing { public static string Of(Sentence s) => ""; } }
