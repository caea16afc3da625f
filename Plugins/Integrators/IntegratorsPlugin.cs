using PluginLab.Extensibility;

namespace PluginLab.Plugins.Integrators;

/// <summary>The bundled integrators.</summary>
public sealed class IntegratorsPlugin : IPlugin
{
    /// <inheritdoc/>
    public PluginCatalog Catalog { get; } = new()
    {
        Integrators =
        [
            GradientDescentComponent.Create(),
            HeavyBallComponent.Create(),
            SignDescentComponent.Create(),
            RungeKutta4Component.Create(),
            DormandPrince5Component.Create(),
            DormandPrince8Component.Create(),
            RungeKuttaChebyshev2Component.Create(),
        ],
    };
}
