using PluginLab.Experiments;
using PluginLab.Extensibility;

namespace TestPlugins;

#if NONE
public sealed class JustAnExperiment : IExperiment
{
    public ExperimentInfo Info => new() { Id = "just-one", Title = "Just one", Question = "Why?" };

    public ExperimentResult Run(ExperimentContext context) => new();
}
#elif TWO
public sealed class FirstPlugin : IPlugin
{
    public PluginCatalog Catalog => new();
}

public sealed class SecondPlugin : IPlugin
{
    public PluginCatalog Catalog => new();
}
#elif ABSTRACT
public abstract class AbstractPlugin : IPlugin
{
    public PluginCatalog Catalog => new();
}
#elif GENERIC
public sealed class GenericPlugin<T> : IPlugin
{
    public PluginCatalog Catalog => new();
}
#elif INTERNAL
internal sealed class HiddenPlugin : IPlugin
{
    public PluginCatalog Catalog => new();
}
#elif DERIVED
public abstract class PluginBase : IPlugin
{
    public abstract PluginCatalog Catalog { get; }
}

public sealed class DerivedPlugin : PluginBase
{
    public override PluginCatalog Catalog => new();
}
#endif
