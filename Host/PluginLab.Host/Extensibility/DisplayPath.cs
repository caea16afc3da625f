namespace PluginLab.Host.Extensibility;

/// <summary>Paths as a person reads them.</summary>
internal static class DisplayPath
{
    /// <summary>The path relative to the current folder where it lies below that, else in full; with forward slashes.</summary>
    public static string Of(string path)
    {
        string relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        string shown = relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
        return shown.Replace(Path.DirectorySeparatorChar, '/');
    }
}
