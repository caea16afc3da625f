namespace PluginLab.Host.Reporting;

/// <summary>Finds the commit that a folder is at, by reading the repository's files.</summary>
internal static class GitCommit
{
    private const string Link = "gitdir: ";
    private const string Reference = "ref: ";

    /// <summary>The commit; null where there is none, or it is kept in a way not known here.</summary>
    public static string? Find(string folder)
    {
        try
        {
            for (DirectoryInfo? current = new(folder); current is not null; current = current.Parent)
            {
                if (RepositoryOf(current.FullName) is { } repository)
                {
                    return Read(repository);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        return null;
    }

    /// <summary>The folder of the repository: <c>.git</c>, or where a file of that name points in a worktree.</summary>
    private static string? RepositoryOf(string folder)
    {
        string path = Path.Combine(folder, ".git");
        return Directory.Exists(path) ? path
            : File.Exists(path) && File.ReadAllText(path) is { } text && text.StartsWith(Link, StringComparison.Ordinal) ? Path.GetFullPath(text[Link.Length..].Trim(), folder)
            : null;
    }

    private static string? Read(string repository)
    {
        string head = File.ReadAllText(Path.Combine(repository, "HEAD")).Trim();
        if (!head.StartsWith(Reference, StringComparison.Ordinal))
        {
            return head;
        }

        string name = head[Reference.Length..];
        string common = Path.Combine(repository, "commondir");
        string shared = File.Exists(common) ? Path.GetFullPath(File.ReadAllText(common).Trim(), repository) : repository;
        string loose = Path.Combine(shared, name);
        string packed = Path.Combine(shared, "packed-refs");
        return File.Exists(loose) ? File.ReadAllText(loose).Trim()
            : File.Exists(packed) ? File.ReadLines(packed).FirstOrDefault(line => line.EndsWith($" {name}", StringComparison.Ordinal))?.Split(' ')[0]
            : null;
    }
}
