namespace PluginLab.Documentation.Tests.Theory;

/// <summary>Files of tests, by name.</summary>
internal static class TestFile
{
    private static readonly Lazy<IReadOnlyList<string>> All = new(() =>
    [
        .. from path in Directory.EnumerateFiles(Built.RepositoryFile("tests"), "*Tests.cs", SearchOption.AllDirectories)
           let relative = Path.GetRelativePath(Built.RepositoryFile("tests"), path).Replace('\\', '/')
           where !relative.Contains("/obj/", StringComparison.Ordinal)
           select relative,
    ]);

    /// <summary>A link to the one file of a name, which may begin with some of its folders.</summary>
    /// <exception cref="FormatException">There is no such file, or more than one.</exception>
    public static string Link(string name)
    {
        string[] found = [.. All.Value.Where(path => $"/{path}".EndsWith($"/{name}.cs", StringComparison.Ordinal))];
        return found.Length == 1
            ? $"[{Path.GetFileName(name)}](../tests/{found[0]})"
            : throw new FormatException($"{TheoryTemplate.Path} names the tests '{name}', of which there are {found.Length} files; give one, with its folder if need be.");
    }
}
