using System.Runtime.InteropServices;
using PluginLab.Experiments;
using PluginLab.Extensibility;

namespace TestPlugins;

/// <summary>Calls a native library that it brings along for each kind of machine.</summary>
public sealed class NativePlugin : IPlugin
{
    public PluginCatalog Catalog => new() { Experiments = [new Calling($"process-{Answer.ProcessId()}")] };
}

internal static class Answer
{
    [DllImport("answer", EntryPoint = "SystemNative_GetPid")]
    public static extern int ProcessId();
}

internal sealed class Calling(string id) : IExperiment
{
    public ExperimentInfo Info => new() { Id = id, Title = "Calling", Question = "Who answers?" };

    public ExperimentResult Run(ExperimentContext context) => new();
}
