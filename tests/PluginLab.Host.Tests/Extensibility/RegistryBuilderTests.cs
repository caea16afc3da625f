using PluginLab.Extensibility;
using PluginLab.Figures;
using PluginLab.Host.Extensibility;
using PluginLab.Host.Extensibility.Loading;
using PluginLab.Rendering;

namespace PluginLab.Host.Tests.Extensibility;

/// <summary>Ids that are taken, and who is named for it.</summary>
internal sealed class RegistryBuilderTests
{
    [TestCase("First", "Second", "the renderer id 'twice' is used by First and Second; the one of First is kept: rename the other.")]
    [TestCase("MyCs", "MyCs", "the renderer id 'twice' is used by MyCs in one and MyCs in two; the one of MyCs in one is kept: rename the other.")]
    public void An_id_that_two_plugins_use_is_named_with_both(string first, string second, string message)
    {
        RegistryBuilder registry = new();
        registry.Add(Offer(first), Path.GetFullPath("one/plugin.dll"));

        IReadOnlyList<Diagnosis> diagnoses = registry.Add(Offer(second), Path.GetFullPath("two/plugin.dll"));

        Assert.That(diagnoses.Select(diagnosis => diagnosis.Message), Is.EqualTo([message]));
        Assert.That(registry.Build().Renderers.Select(renderer => renderer.Plugin), Is.EqualTo([first]));
    }

    private static PluginOffer Offer(string plugin)
    {
        Component<IFigureRenderer> component = new() { Id = "twice", Description = "Draws.", Create = _ => new SvgRenderer() };
        return new([], [], [], [new(component.Id, plugin, component)]);
    }
}
