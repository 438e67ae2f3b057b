using System.CommandLine;
namespace Demarche.Cli.Commands;
internal static class ExplainCommand { public static Command Create(Streams s) => new("explain"); }
internal static class RelateCommand { public static Command Create(Streams s) => new("relate"); }
internal static class CodebookCommand { public static Command Create(Streams s) => new("codebook"); }
