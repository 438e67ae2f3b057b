using BenchmarkDotNet.Running;
using Demarche.Bench;

if (args is ["stages", var folder, ..])
{
    var rounds = args.Length > 2 ? int.Parse(args[2]) : 5;
    Stages.Run(folder, rounds);
    CodingStage.Run(folder, rounds);
    return 0;
}

BenchmarkSwitcher.FromAssembly(typeof(Stages).Assembly).Run(args);
return 0;
