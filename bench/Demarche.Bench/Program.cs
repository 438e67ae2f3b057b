using BenchmarkDotNet.Running;
using Demarche.Bench;

if (args is ["stages", var folder, ..])
{
    return Stages.Run(folder, rounds: args.Length > 2 ? int.Parse(args[2]) : 5);
}

BenchmarkSwitcher.FromAssembly(typeof(Stages).Assembly).Run(args);
return 0;
