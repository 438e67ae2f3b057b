using System.CommandLine;
using Demarche.Actors;
using Demarche.Cli.Output;
using Demarche.Coding;
using Demarche.Statements;
using NodaTime;
using NodaTime.Extensions;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche codebook check|list|show|new</c>: for people who edit the codebook.</summary>
internal static class CodebookCommand
{
    private const int YearsBeforeStale = 5;

    public static Command Create(Streams streams) =>
        new("codebook", "Checks, lists and shows the rules that events are coded by, and starts a codebook of your own.") { Check(streams), List(streams), Show(streams), NewCodebookCommand.Create(streams) };

    private static Command Check(Streams streams)
    {
        var codebook = Parsers.CodebookOption();
        var actors = new Option<bool>("--actors") { Description = "Only check the tables of actors, and list terms of office that have been open for more than five years." };
        var command = new Command("check", "Reads the codebook and runs the examples of all its rules and of the words of statements; each fault is one line with file, line and rule.") { codebook, actors };
        command.SetAction(parsed =>
        {
            if (Parsers.Codebook(parsed.GetValue(codebook), streams) is not { } files)
            {
                return CommandLine.WrongUse;
            }

            var complaints = new List<Diagnostic>();
            if (parsed.GetValue(actors))
            {
                var finder = ActorFinder.Read(files, complaints);
                complaints.ForEach(streams.Complain);
                return finder is null ? CommandLine.SomeFailed : ListOpenTerms(finder, streams);
            }

            if (Pipeline.Check(files, complaints) is not { } pipeline)
            {
                complaints.ForEach(streams.Complain);
                return CommandLine.SomeFailed;
            }

            var read = pipeline.Codebook;
            var faults = CodebookCheck.Run(read, text => pipeline.Code(pipeline.Reader.FromText("example", text).Value!));
            var unstated = StatementCheck.Run(pipeline.StatementExamples, text => pipeline.State(pipeline.Reader.FromText("example", text).Value!));
            foreach (var fault in (Diagnostic[])[.. faults, .. unstated])
            {
                streams.Complain(fault);
            }

            var examples = read.Rules.Sum(r => r.Examples.Length);
            streams.Output.WriteLine($"{read.Rules.Length} rules, {examples} examples, {faults.Length} failed");
            streams.Output.WriteLine($"statements: {pipeline.StatementExamples.Length} examples, {unstated.Length} failed");
            return faults.IsEmpty && unstated.IsEmpty ? CommandLine.Done : CommandLine.SomeFailed;
        });
        return command;
    }

    private static int ListOpenTerms(ActorFinder finder, Streams streams)
    {
        var today = SystemClock.Instance.InUtc().GetCurrentDate();
        foreach (var term in finder.OpenTermsBefore(today.PlusYears(-YearsBeforeStale)))
        {
            streams.Output.WriteLine(term);
        }

        return CommandLine.Done;
    }

    private static Command List(Streams streams)
    {
        var type = new Argument<string?>("TYPE") { Description = "Only rules of this event type.", Arity = ArgumentArity.ZeroOrOne };
        var codebook = Parsers.CodebookOption();
        var command = new Command("list", "Lists the rules: id, event, mode, where it stands.") { type, codebook };
        command.SetAction(parsed => WithRules(parsed.GetValue(codebook), streams, read =>
        {
            foreach (var rule in read.Rules.Where(r => parsed.GetValue(type) is not { } wanted || r.Event.Equals(wanted, StringComparison.OrdinalIgnoreCase)))
            {
                streams.Output.WriteLine($"{rule.Id}\t{rule.Event}\t{rule.Mode}\t{rule.Where}");
            }

            return CommandLine.Done;
        }));
        return command;
    }

    private static Command Show(Streams streams)
    {
        var id = new Argument<string>("RULE") { Description = "Id of a rule, such as reject.talks." };
        var codebook = Parsers.CodebookOption();
        var command = new Command("show", "Shows one rule as it is written, with its examples.") { id, codebook };
        command.SetAction(parsed => WithRules(parsed.GetValue(codebook), streams, read =>
        {
            if (read.Rules.FirstOrDefault(r => r.Id == parsed.GetValue(id)) is not { } rule)
            {
                streams.Complain(CliDiagnostics.NoRule(parsed.GetValue(id)!));
                return CommandLine.SomeFailed;
            }

            RuleText.Write(rule, Parsers.Codebook(parsed.GetValue(codebook), streams)!, streams.Output);
            return CommandLine.Done;
        }));
        return command;
    }

    private static int WithRules(string? folder, Streams streams, Func<Codebook, int> use) =>
        Parsers.Codebook(folder, streams) is { } files && Loading.Or(Codebook.Load(files), streams) is { } read ? use(read) : CommandLine.WrongUse;
}
