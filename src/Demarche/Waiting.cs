#pragma warning disable
namespace Demarche.Actors { public sealed class ActorFinder { public static Outcome<ActorFinder> Load(CodebookFiles f) => new ActorFinder(); public ActorMentions Find(Language.ParsedReport r) => new(r, []); } }
namespace Demarche.Places { public sealed class PlaceFinder { public static Outcome<PlaceFinder> Load(CodebookFiles f) => new PlaceFinder(); public PlaceMentions Find(Language.ParsedReport r) => new([]); } }
