namespace PluginLab.Host.Cli;

/// <summary>Thrown by a command when an argument cannot be used; ends the process with <see cref="ExitCode.Usage"/>.</summary>
/// <param name="message">Which argument, what is wrong with it and what is expected.</param>
internal sealed class UsageException(string message) : Exception(message);
