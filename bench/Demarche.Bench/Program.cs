using BenchmarkDotNet.Running;
using Demarche.Bench;
using Demarche.Bench.Corpus;
using Demarche.Bench.Speed;

if (args is ["corpus", var stories, var corpus, ..])
{
    return CorpusWriter.Run(int.Parse(stories), corpus, args.Length > 3 ? int.Parse(args[3]) : 1);
}

if (args is ["stages", var reports, ..])
{
    return StageFigures.Run(reports, args.Length > 2 ? int.Parse(args[2]) : 1000);
}

if (args is ["end-to-end", var file, ..])
{
    var program = args.Skip(2).FirstOrDefault(a => !int.TryParse(a, out _));
    var cores = args.Skip(program is null ? 2 : 3).Select(int.Parse).ToArray();
    return EndToEnd.Run(file, program, cores.Length > 0 ? cores : [1, 2]);
}

if (args is ["store", var events, ..])
{
    return await StoreFigures.RunAsync(int.Parse(events), args.Length > 2 ? args[2] : Path.Combine(Path.GetTempPath(), $"bench-{events}.duckdb"));
}

if (args is ["web", var record, ..])
{
    return await WebFigures.RunAsync(record, args.Length > 2 ? int.Parse(args[2]) : 60);
}

if (args is ["export", ..])
{
    return ExportFigures.Run(args.Length > 1 ? int.Parse(args[1]) : 100_000);
}

BenchmarkSwitcher.FromAssembly(typeof(StageFigures).Assembly).Run(args);
return 0;
