using PluginLab.Dynamics;
using PluginLab.Extensibility;

namespace TestPlugins;

public sealed class ModernPlugin : IPlugin
{
#if NEEDS
    public PluginCatalog Catalog => new PluginCatalog { Motto = $"{LaterIdea.Answer}" }.WithMotto("later");
#elif EXPLICIT
    string IPlugin.Creed => "later";

    public PluginCatalog Catalog => new();
#else
    public PluginCatalog Catalog => new();
#endif
}
