namespace PluginLab.Documentation.Tests;

/// <summary>A folder of one's own, as a reader has, with plugins dropped in; removed at the end.</summary>
internal sealed class Laboratory : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pluginlab-docs-");

    /// <summary>Makes the folder.</summary>
    /// <param name="examples">Sample plugins whose build output is dropped in.</param>
    public Laboratory(params string[] examples)
    {
        foreach (string example in examples)
        {
            DirectoryInfo target = folder.CreateSubdirectory(System.IO.Path.Combine("lab-plugins", example));
            foreach (string file in Directory.GetFiles(Built.Example(example)))
            {
                File.Copy(file, System.IO.Path.Combine(target.FullName, System.IO.Path.GetFileName(file)));
            }
        }
    }

    /// <summary>The folder.</summary>
    public string Folder => folder.FullName;

    /// <summary>A path in the folder.</summary>
    public string Path(params string[] parts) => System.IO.Path.Combine([folder.FullName, .. parts]);

    /// <summary>Writes a file of the folder.</summary>
    public void Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(name))!);
        File.WriteAllText(Path(name), text);
    }

    /// <summary>Copies files of a sample into the folder.</summary>
    public void Take(string example, string pattern)
    {
        foreach (string file in Directory.GetFiles(Built.RepositoryFile($"docs/examples/{example}"), pattern))
        {
            File.Copy(file, Path(System.IO.Path.GetFileName(file)));
        }
    }

    /// <summary>Follows a command of a page, which must succeed: <c>dotnet …</c> or <c>pluginlab …</c>.</summary>
    /// <returns>What it wrote to both streams.</returns>
    public string Follow(string command)
    {
        string[] words = command.Split(' ');
        (int exitCode, string output) = Tool.Start(folder.FullName, words[0] == "dotnet" ? words[1..] : [Built.Host, .. words[1..]]);
        Assert.That(exitCode, Is.Zero, $"{command}\n{output}");
        return output;
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);
}
