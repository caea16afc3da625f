using System.Reflection;

[assembly: AssemblyVersion("0.2.0.0")]

namespace PluginLab.Dynamics
{
    /// <summary>A type that this host does not have.</summary>
    public static class LaterIdea
    {
        public static int Answer => 42;
    }
}

namespace PluginLab.Extensibility
{
    public interface IPlugin
    {
        PluginCatalog Catalog { get; }

        string Creed => "";
    }

    /// <summary>A catalog with something that this host does not have.</summary>
    public sealed record PluginCatalog
    {
        public System.Collections.Generic.IReadOnlyList<PluginLab.Experiments.IExperiment> Experiments { get; init; } = [];

        public string Motto { get; init; } = "";

        public PluginCatalog WithMotto(string motto) => this with { Motto = motto };
    }
}
