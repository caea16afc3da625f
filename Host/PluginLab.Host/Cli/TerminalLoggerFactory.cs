using Microsoft.Extensions.Logging;
using PluginLab.Host.Extensibility;

namespace PluginLab.Host.Cli;

/// <summary>Writes what plugins log from warnings on to the terminal's diagnostics, one line each.</summary>
internal sealed class TerminalLoggerFactory(Terminal terminal) : ILoggerFactory
{
    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new TerminalLogger(terminal, categoryName);

    /// <inheritdoc/>
    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("Plugins log to the terminal of the host only.");

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private sealed class TerminalLogger(Terminal terminal, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Warning and < LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                string severity = logLevel == LogLevel.Warning ? "warning" : "error";
                terminal.Error.WriteLine($"{category}: {severity}: {LoadDiagnoses.OneLine(formatter(state, exception))}");
            }
        }
    }
}
