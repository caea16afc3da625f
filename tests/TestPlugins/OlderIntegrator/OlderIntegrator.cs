using System;
using System.Threading;
using PluginLab.Dynamics;
using PluginLab.Extensibility;

namespace TestPlugins;

public sealed class OlderPlugin : IPlugin
{
    public PluginCatalog Catalog => new()
    {
        Integrators = [new Component<IIntegrator> { Id = "older", Description = "An integrator without a name.", Create = _ => new Nameless() }],
    };
}

internal sealed class Nameless : IIntegrator
{
    public Solution Integrate(InitialValueProblem problem, SaveAt saveAt, CancellationToken cancellationToken) => throw new NotSupportedException();
}
