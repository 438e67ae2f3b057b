using Demarche.Cli;
using Demarche.Tests.Cli;
using YamlDotNet.RepresentationModel;

namespace Demarche.Tests.Documentation;

/// <summary>What <c>deploy/</c> starts is a command as it is today.</summary>
public sealed class DeploymentTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "deploy");

    [Theory]
    [InlineData("compose.yaml", "command", 2)]
    [InlineData("kubernetes.yaml", "args", 2)]
    public void What_containers_run_is_understood(string file, string key, int programs)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(Path.Combine(Folder, file))));
        var ours = stream.Documents.SelectMany(d => d.AllNodes).OfType<YamlMappingNode>().Where(n => n.Children.TryGetValue("image", out var image) && image.ToString() == "demarche").ToList();
        Assert.Equal(programs, ours.Count);
        Assert.All(ours, container => Understood([.. ((YamlSequenceNode)container[key]).Select(word => word.ToString())]));
    }

    [Fact]
    public void What_the_unit_runs_is_understood()
    {
        const string Start = "ExecStart=/usr/bin/env demarche ";
        var line = Assert.Single(File.ReadAllLines(Path.Combine(Folder, "demarche-worker.service")), l => l.StartsWith("ExecStart=", StringComparison.Ordinal));
        Assert.StartsWith(Start, line, StringComparison.Ordinal);
        Understood(line[Start.Length..].Split(' '));
    }

    // Addresses of queue and store come from the environment, as there.
    private static void Understood(string[] arguments) =>
        Assert.Empty(CommandLine.Tree(new Streams(TextReader.Null, TextWriter.Null, TextWriter.Null)).Parse([.. arguments, "--store", "postgres://demarche@database/news"]).Errors);
}
