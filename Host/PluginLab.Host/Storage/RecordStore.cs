using System.Security.Cryptography;
using System.Text;

namespace PluginLab.Host.Storage;

/// <summary>What runs found, each in a file named by the run's key: <c>ab/abcd….json</c>. The first line is the SHA-256 of the rest.</summary>
/// <remarks>Files are written whole or not at all, and one that is damaged is as good as none: the run is carried out again.</remarks>
/// <param name="path">The folder of the store.</param>
internal sealed class RecordStore(string path)
{
    private const int Kept = 1000;
    private const int HashLength = 64;

    /// <summary>The bytes stored under a key; null if there are none, or not those that were written.</summary>
    public byte[]? Find(string key)
    {
        try
        {
            byte[] whole = File.ReadAllBytes(FileOf(key));
            byte[] content = whole.AsSpan(Math.Min(whole.Length, HashLength + 1)).ToArray();
            return whole.AsSpan().StartsWith(Head(content)) ? content : null;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Stores bytes under a key.</summary>
    public void Put(string key, ReadOnlySpan<byte> content)
    {
        string file = FileOf(key);
        string folder = Directory.CreateDirectory(Path.GetDirectoryName(file)!).FullName;
        string temporary = TemporaryName.Of(folder, Path.GetFileName(file));
        File.Delete(temporary);
        AtomicFiles.Write(file, temporary, [.. Head(content), .. content]);
    }

    /// <summary>Deletes all but the newest, and what killed processes left.</summary>
    public void Prune()
    {
        if (!Directory.Exists(path))
        {
            return;
        }

        FileInfo[] files = new DirectoryInfo(path).GetFiles("*", SearchOption.AllDirectories);
        IEnumerable<FileInfo> old = files.Where(file => file.Extension == ".json" && !IsTemporary(file)).OrderByDescending(file => file.LastWriteTimeUtc).Skip(Kept);
        foreach (FileInfo file in old.Concat(files.Where(file => IsTemporary(file) && TemporaryName.IsAbandoned(file.FullName))))
        {
            file.Delete();
        }
    }

    private static bool IsTemporary(FileInfo file) => file.Name.StartsWith(TemporaryName.Prefix, StringComparison.Ordinal);

    private static byte[] Head(ReadOnlySpan<byte> content) => Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(content)) + "\n");

    private string FileOf(string key) => Path.Combine(path, key[..2], $"{key}.json");
}
