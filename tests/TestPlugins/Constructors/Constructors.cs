using System.IO;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PluginLab.Experiments;
using PluginLab.Extensibility;

namespace TestPlugins;

#if LOGGER
public sealed class LoggingPlugin(ILogger<LoggingPlugin> typed, ILogger logger, ILoggerFactory factory) : IPlugin
{
    public PluginCatalog Catalog
    {
        get
        {
            factory.CreateLogger("own").LogInformation("This is for nobody.");
            typed.LogError("Typed.");
            logger.LogWarning("The catalog\nis read.");
            return new();
        }
    }
}
#elif SERVICES
/// <summary>Asks for a service of its own, which asks for a logger.</summary>
public sealed class RegisteringPlugin(Naming naming) : IPlugin
{
    public PluginCatalog Catalog => new() { Experiments = [new Named(naming.Name)] };

#if FAILING
    public static void AddServices(IServiceCollection services) => throw new System.InvalidOperationException("No services today.");
#else
    public static void AddServices(IServiceCollection services) => services.AddSingleton<Naming>();
#endif
}

public sealed class Naming(ILogger<Naming> logger)
{
    public string Name
    {
        get
        {
            logger.LogWarning("A name is asked for.");
            return "registered";
        }
    }
}

internal sealed class Named(string id) : IExperiment
{
    public ExperimentInfo Info { get; } = new() { Id = id, Title = "Named", Question = "By whom?" };

    public ExperimentResult Run(ExperimentContext context) => new();
}
#elif UNKNOWN
public sealed class AskingPlugin(ILogger logger, TextWriter writer) : IPlugin
{
    public PluginCatalog Catalog => new();

    public void Write() => writer.Write(logger);
}
#elif PRIVATE
public sealed class ClosedPlugin : IPlugin
{
    private ClosedPlugin()
    {
    }

    public PluginCatalog Catalog => new();
}
#endif
