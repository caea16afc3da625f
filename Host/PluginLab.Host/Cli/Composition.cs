using Microsoft.Extensions.DependencyInjection;

namespace PluginLab.Host.Cli;

/// <summary>Says which class does what: the only place that knows.</summary>
internal static class Composition
{
    /// <summary>Composes the host.</summary>
    public static ServiceProvider Create(Terminal terminal)
    {
        ServiceCollection services = new();
        services.AddSingleton(terminal);
        return services.BuildServiceProvider();
    }
}
