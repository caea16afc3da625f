using System.CommandLine;
using PluginLab.Host.Benchmarks;
using PluginLab.Host.Extensibility;
using PluginLab.Host.Extensibility.Loading;

namespace PluginLab.Host.Cli.Benchmarks;

/// <summary><c>pluginlab bench</c>: one workload, through the components of plugins alone, measured and compared with a reference.</summary>
internal static class BenchCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(IHostServices services)
    {
        BenchOptions options = new();
        PluginOptions plugins = new();
        Command command = new("bench", "Measure a workload and write seconds, error, evaluations and memory as one line of JSON.");
        options.AddTo(command);
        plugins.AddTo(command);
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                BenchmarkRequest request = options.Request(parsed);
                return Run(services, request, plugins.Load(services, parsed).Registry, cancellationToken);
            },
            CancellationToken.None));
        return command;
    }

    private static int Run(IHostServices services, BenchmarkRequest request, ComponentRegistry registry, CancellationToken cancellationToken)
    {
        double[]? reference = request.Reference is { } path ? ReferenceFile.Read(path) : null;
        BenchmarkComponents components = new(registry, Directory.GetCurrentDirectory(), request);
        IBenchmark? benchmark = request.Workload.Prepare(components);
        if (benchmark is null || components.Diagnoses.Count > 0)
        {
            foreach (Diagnosis diagnosis in components.Diagnoses)
            {
                services.Terminal.Error.WriteLine(diagnosis);
            }

            return ExitCode.Usage;
        }

        (Measured? measured, PluginFault? fault) = PluginCode.Run(() => Measure(services, request, benchmark, cancellationToken));
        return measured is null || measured.Fault is not null
            ? Fail(services, request, measured?.Fault ?? fault!.Reason, cancellationToken)
            : Write(services, request, benchmark, measured, reference);
    }

    private static Measured Measure(IHostServices services, BenchmarkRequest request, IBenchmark benchmark, CancellationToken cancellationToken)
    {
        (BenchmarkRun last, IReadOnlyList<RunCost> costs) = new RepeatedRuns(services.Get<TimeProvider>()).Measure(benchmark, request.Repeats, cancellationToken);
        BenchmarkRun? reference = request.Reference is null && last.Fault is null ? benchmark.RunReference(cancellationToken) : null;
        return new(last, costs, reference);
    }

    private static int Write(IHostServices services, BenchmarkRequest request, IBenchmark benchmark, Measured measured, double[]? reference)
    {
        BenchmarkResult result = new()
        {
            Workload = request.Workload.Name,
            Method = benchmark.Method,
            Threads = request.Threads,
            Costs = measured.Costs,
            Run = measured.Last,
            Reference = reference is null ? measured.Reference!.States : ReferenceFile.StatesLike(measured.Last.States, reference, request.Reference!),
        };
        result.Write(services.Terminal.Out);
        return ExitCode.Success;
    }

    private static int Fail(IHostServices services, BenchmarkRequest request, string fault, CancellationToken cancellationToken)
    {
        services.Terminal.Error.WriteLine($"{request.Workload.Name}: error: {fault}");
        return cancellationToken.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.RunFailed;
    }

    /// <summary>What was measured, and our own reference unless a file has it.</summary>
    private sealed record Measured(BenchmarkRun Last, IReadOnlyList<RunCost> Costs, BenchmarkRun? Reference)
    {
        public string? Fault => Last.Fault ?? Reference?.Fault;
    }
}
