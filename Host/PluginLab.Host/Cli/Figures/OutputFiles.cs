using PluginLab.Host.Storage;

namespace PluginLab.Host.Cli.Figures;

/// <summary>Writes the files that commands about figures make.</summary>
internal static class OutputFiles
{
    /// <summary>Writes a file in place of an older one, with the folders that it needs.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="path">The path in it, with forward slashes.</param>
    /// <param name="content">What it holds.</param>
    public static void Write(string folder, string path, ReadOnlySpan<byte> content)
    {
        string target = Path.Combine(folder, path);
        string parent = Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!).FullName;
        AtomicFiles.Write(target, TemporaryName.Of(parent, Path.GetFileName(target)), content);
    }
}
