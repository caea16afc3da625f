using PluginLab.Extensibility;

public sealed class TanhPlugin : IPlugin
{
    public PluginCatalog Catalog { get; } = new() { Systems = [TanhProduct.Component], Experiments = [new TanhSweep()] };
}
