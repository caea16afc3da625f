using PluginLab.Extensibility;
using PluginLab.Rendering;

namespace PluginLab.Host.Extensibility.Loading;

/// <summary>What the host brings along itself, offered as any plugin offers it: the renderer that draws reports too.</summary>
internal sealed class BuiltInPlugin : IPlugin
{
    /// <summary>Id of the renderer.</summary>
    public const string RendererId = "svg";

    /// <inheritdoc/>
    public PluginCatalog Catalog { get; } = new()
    {
        Renderers = [new() { Id = RendererId, Description = "Draws figures as SVG: text that can be selected, light and dark, the same bytes every time.", Create = _ => new SvgRenderer() }],
    };

    /// <summary>Where it lies: in the host's own assembly.</summary>
    public static PluginUnit Unit { get; } = new("pluginlab", typeof(BuiltInPlugin).Assembly.Location, IsBundled: true);
}
