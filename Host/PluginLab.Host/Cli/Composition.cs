using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PluginLab.Figures;
using PluginLab.Host.Cli.Claims;
using PluginLab.Host.Cli.Runs;
using PluginLab.Host.Cli.Runs.Watching;
using PluginLab.Host.Execution;
using PluginLab.Host.Execution.Isolation;
using PluginLab.Host.Extensibility;
using PluginLab.Host.Extensibility.Checking;
using PluginLab.Host.Extensibility.Loading;
using PluginLab.Host.Planning;
using PluginLab.Rendering;

namespace PluginLab.Host.Cli;

/// <summary>Says which class does what: the only place that knows.</summary>
internal static class Composition
{
    /// <summary>Composes the host.</summary>
    public static ServiceProvider Create(Terminal terminal)
    {
        ServiceCollection services = new();
        services.AddSingleton(terminal);
        services.AddSingleton<ILoggerFactory, TerminalLoggerFactory>();
        services.AddSingleton(_ => ShadowStore.OfUser());
        services.AddSingleton<PluginActivator>();
        services.AddSingleton<BuiltInPlugin>();
        services.AddSingleton<IPluginLoader, PluginLoader>();
        services.AddSingleton<PluginChecker>();
        services.AddSingleton<IFigureRenderer, SvgRenderer>();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<PlanLoader>();
        services.AddSingleton<ExperimentRunner>();
        services.AddSingleton<PatientRunner>();
        services.AddSingleton<Worker>();
        services.AddSingleton<ShownExecution>();
        services.AddSingleton<RunSession>();
        services.AddSingleton<WatchSession>();
        services.AddSingleton<ClaimsSession>();
        return services.BuildServiceProvider();
    }
}
