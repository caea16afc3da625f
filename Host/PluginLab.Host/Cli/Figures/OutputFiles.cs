using PluginLab.Host.Storage;

namespace PluginLab.Host.Cli.Figures;

/// <summary>Writes the files that commands about figures make.</summary>
internal static class OutputFiles
{
    /// <summary>Writes a file in place of an older one, with the folders that it needs.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="path">The path in it, with forward slashes.</param>
    /// <param name="content">What it holds.</param>
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public static void Write(string folder, string path, ReadOnlySpan<byte> content)
    {
        string target = Path.Combine(folder, path);
        try
        {
            string parent = Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!).FullName;
            AtomicFiles.Write(target, TemporaryName.Of(parent, Path.GetFileName(target)), content);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new UsageException($"'{target}' cannot be written: there is no permission to write there. Allow it, or choose another place.", exception);
        }
    }
}
