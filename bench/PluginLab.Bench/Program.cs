using BenchmarkDotNet.Running;
using PluginLab.Bench;

// With "table": one short table of all figures, by processor time, for a machine that others use too.
if (args is ["table", ..])
{
    FigureTable.Write();
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(FigureBenchmarks).Assembly).Run(args);
