using BenchmarkDotNet.Running;
using PluginLab.Bench;

BenchmarkSwitcher.FromAssembly(typeof(FigureBenchmarks).Assembly).Run(args);
