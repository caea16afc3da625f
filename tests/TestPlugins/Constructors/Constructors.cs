using System.IO;
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
