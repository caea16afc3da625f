using PluginLab.Extensibility;

namespace PluginLab.Plugins.Workloads;

/// <summary>The systems that <c>pluginlab bench</c> measures; a plugin as any other, so that what is measured is what a user's plugin gets.</summary>
public sealed class WorkloadsPlugin : IPlugin
{
    /// <inheritdoc/>
    public PluginCatalog Catalog { get; } = new()
    {
        Systems =
        [
            RandomMonomial.CreateComponent("w1p", [1, 1, 1], seed: 1001),
            RandomMonomial.CreateComponent("w1q", [2, 1], seed: 1002),
            RandomNetwork.CreateComponent("w2-64", new RandomNetwork(64, 2064, LargestSingularValue: 1, SingularValueRatio: 0.9535615485160618, StandardDeviation: 0.01)),
            RandomNetwork.CreateComponent("w2-256", new RandomNetwork(256, 2256, LargestSingularValue: 1, SingularValueRatio: 0.9883207682553699, StandardDeviation: 0.01)),
            RandomNetwork.CreateComponent("w3", new RandomNetwork(32, 3032, LargestSingularValue: 100, SingularValueRatio: 0.7429639507594948, StandardDeviation: 0.001)),
            MatrixFlow.Component,
        ],
    };
}
