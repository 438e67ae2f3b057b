using System.CommandLine;
namespace Demarche.Cli.Commands;

internal static class RelateCommand { public static Command Create(Streams s) => new("relate"); }
