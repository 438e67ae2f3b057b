using Demarche.Cli;

using var input = new StreamReader(Console.OpenStandardInput());
return CommandLine.Run(args, input, StandardWriters.Output(), StandardWriters.Errors());
