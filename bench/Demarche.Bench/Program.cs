using BenchmarkDotNet.Running;
using Demarche.Bench;

if (args is ["stages", var folder, ..])
{
    var rounds = args.Length > 2 ? int.Parse(args[2]) : 5;
    Stages.Run(folder, rounds);
    CodingStage.Run(folder, rounds);
    return 0;
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

BenchmarkSwitcher.FromAssembly(typeof(Stages).Assembly).Run(args);
return 0;
