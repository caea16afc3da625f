namespace PluginLab.Host.Extensibility.Loading;

/// <summary>A plugin that was found, not yet looked at.</summary>
/// <param name="Name">Its name: that of its DLL.</param>
/// <param name="AssemblyPath">Its DLL.</param>
/// <param name="IsBundled">Whether it came with the host.</param>
internal sealed record PluginUnit(string Name, string AssemblyPath, bool IsBundled)
{
    /// <summary>The folder in which it lies.</summary>
    public string Folder => Path.GetDirectoryName(AssemblyPath)!;
}
