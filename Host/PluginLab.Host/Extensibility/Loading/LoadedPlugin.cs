using System.Reflection;

namespace PluginLab.Host.Extensibility.Loading;

/// <summary>A plugin whose code is loaded.</summary>
/// <param name="Name">Its name: that of its DLL.</param>
/// <param name="AssemblyPath">The DLL as its owner knows it.</param>
/// <param name="Assembly">The loaded assembly.</param>
/// <param name="IsBundled">Whether it came with the host.</param>
/// <param name="Hash">SHA-256 of the plugin with all that it brings along.</param>
internal sealed record LoadedPlugin(string Name, string AssemblyPath, Assembly Assembly, bool IsBundled, Lazy<string> Hash)
{
    /// <summary>The folder in which its owner put it.</summary>
    public PluginFolder Folder => new(Path.GetDirectoryName(AssemblyPath)!, IsBundled);

    /// <summary>SHA-256 of the plugin with all that it brings along, as 64 lower-case hexadecimal digits.</summary>
    public string ContentHash => Hash.Value;
}
