using BenchmarkDotNet.Running;
using PluginLab.Bench;
using PluginLab.Bench.Peers;

try
{
    switch (args)
    {
        // One short table of all figures, by processor time, for a machine that others use too.
        case ["table"]:
            FigureTable.Write();
            FigureSet.WriteRow();
            break;
        case ["figure-set"]:
            Console.WriteLine(FigureSet.Draw());
            break;

        // Plugins in folders, for bench/plugins/run.sh.
        case ["plugins", string folder]:
            PluginTimes.Write(folder);
            break;

        // Dense lines simplified and not, for bench/figures/raster-error.sh.
        case ["every-point", string folder]:
            EveryPoint.Write(folder);
            break;

        // Matrix products against OpenBLAS, in turn in this process.
        case ["kernels"]:
            KernelTable.Write();
            break;

        // What bench/peers/run.sh measured: the tables; the page of the documentation with its figure; that figure alone.
        case ["peers", string folder]:
            PerformancePage.Print(folder);
            break;
        case ["performance-page", string folder, string repository]:
            PerformancePage.Write(folder, repository);
            break;
        case ["work-precision", string repository]:
            PerformancePage.Draw(repository);
            break;
        default:
            BenchmarkSwitcher.FromAssembly(typeof(FigureBenchmarks).Assembly).Run(args);
            break;
    }

    return 0;
}
catch (Exception exception) when (exception is IOException or InvalidDataException)
{
    Console.Error.WriteLine($"PluginLab.Bench: {exception.Message}");
    return 2;
}
