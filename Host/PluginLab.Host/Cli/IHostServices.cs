using Microsoft.Extensions.DependencyInjection;

namespace PluginLab.Host.Cli;

/// <summary>What commands ask for when they run. Nothing is built before the first question, so that help stays quick.</summary>
internal interface IHostServices
{
    /// <summary>The console.</summary>
    Terminal Terminal { get; }

    /// <summary>The service of a type.</summary>
    T Get<T>()
        where T : notnull;
}

/// <summary>Services composed on first use.</summary>
internal sealed class HostServices(Terminal terminal) : IHostServices, IDisposable
{
    private ServiceProvider? provider;

    /// <inheritdoc/>
    public Terminal Terminal => terminal;

    /// <inheritdoc/>
    public T Get<T>()
        where T : notnull => (provider ??= Composition.Create(terminal)).GetRequiredService<T>();

    /// <inheritdoc/>
    public void Dispose() => provider?.Dispose();
}
