using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PluginLab.Experiments;
using PluginLab.Extensibility;

namespace TestPlugins;

/// <summary>Its experiments do to their process, its streams and its children what they should not.</summary>
public sealed class VandalPlugin : IPlugin
{
    private const int KillSignal = 9;

    /// <summary>Lists nothing in the process of a run where a test asks for it.</summary>
    public PluginCatalog Catalog { get; } = IsAskedInWorker("VANDAL_HIDES") ? new() : new()
    {
        Experiments =
        [
            new Experiment("leaves-a-child", StartChild),
            new Experiment("leaves-a-child-and-dies", () => { StartChild(); Environment.FailFast("No more."); }),
            new Experiment("writes-to-the-pipe", WriteToPipe),
            new Experiment("floods", Flood),
            new Experiment("reads-input", ReadInput),
            new Experiment("closes-its-streams", CloseStreams),
            new Experiment("ends-its-group", () => _ = SendSignal(0, KillSignal)),
        ],
    };

    [ModuleInitializer]
    internal static void Initialize()
    {
        if (IsAskedInWorker("VANDAL_THROWS"))
        {
            throw new InvalidOperationException("Not in here.");
        }
    }

    private static bool IsAskedInWorker(string variable) =>
        Environment.GetEnvironmentVariable(variable) is not null && Environment.GetCommandLineArgs().Contains("worker");

    /// <summary>A process that inherits all streams and waits longer than any test.</summary>
    private static void StartChild() => Process.Start("sleep", "3600")!.Dispose();

    /// <summary>What looks like the head of a message of 2 GiB.</summary>
    private static void WriteToPipe()
    {
        using Stream output = Console.OpenStandardOutput();
        output.Write([3, 255, 255, 255, 127, (byte)'{']);
        output.Flush();
    }

    /// <summary>64 MiB that no line ends, and then a hundred thousand lines.</summary>
    private static void Flood()
    {
        using Stream error = Console.OpenStandardError();
        byte[] block = new byte[1 << 20];
        Array.Fill(block, (byte)'x');
        for (int i = 0; i < 64; i++)
        {
            error.Write(block);
        }

        for (int i = 0; i < 100_000; i++)
        {
            error.Write("\nagain"u8);
        }
    }

    private static void ReadInput()
    {
        if (Console.In.ReadToEnd().Length > 0)
        {
            throw new InvalidOperationException("There was something to read.");
        }
    }

    private static void CloseStreams()
    {
        foreach (int stream in new[] { 0, 1, 2 })
        {
            _ = CloseStream(stream);
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int SendSignal(int process, int signal);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int CloseStream(int descriptor);

    private sealed class Experiment(string id, Action run) : IExperiment
    {
        public ExperimentInfo Info { get; } = new() { Id = id, Title = id, Question = "What is left?" };

        public ExperimentResult Run(ExperimentContext context)
        {
            run();
            return new ExperimentResult { Metrics = [new Metric("done", "It came to its end.", 1)] };
        }
    }
}
