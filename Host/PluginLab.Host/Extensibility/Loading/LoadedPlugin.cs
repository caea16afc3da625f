using System.Reflection;

namespace PluginLab.Host.Extensibility.Loading;

/// <summary>A plugin whose code is loaded.</summary>
/// <param name="Name">Its name: that of its DLL.</param>
/// <param name="AssemblyPath">The DLL as its owner knows it.</param>
/// <param name="Assembly">The loaded assembly.</param>
/// <param name="Hash">SHA-256 of the plugin with all that it brings along.</param>
internal sealed record LoadedPlugin(string Name, string AssemblyPath, Assembly Assembly, Lazy<string> Hash)
{
    /// <summary>SHA-256 of the plugin with all that it brings along, as 64 lower-case hexadecimal digits.</summary>
    public string ContentHash => Hash.Value;
}
