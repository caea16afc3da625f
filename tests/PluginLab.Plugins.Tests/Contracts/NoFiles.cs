using PluginLab.Experiments;

namespace PluginLab.Plugins.Tests.Contracts;

/// <summary>Contract tests read no files: experiments that take a table run without one.</summary>
internal sealed class NoFiles : IInputFiles
{
    public static NoFiles Instance { get; } = new();

    public Table ReadTable(string path) => throw new FormatException($"Contract tests bring no file '{path}'.");
}
