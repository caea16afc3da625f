namespace PluginLab.Host.Storage;

/// <summary>Reads files that a person names, whole and up to a limit: a device such as /dev/zero has no end.</summary>
internal static class InputBytes
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int Limit = 256 * 1024 * 1024;

    private const int BlockSize = 1 << 16;

    /// <summary>The content of a file.</summary>
    /// <exception cref="IOException">The path names a folder, the file is too large or cannot be read; the message is a clause that says why.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static byte[] Read(string path)
    {
        if (Directory.Exists(path))
        {
            throw new IOException("it is a folder; name a file");
        }

        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        using MemoryStream content = new();
        byte[] block = new byte[BlockSize];
        for (int count = stream.Read(block); count > 0; count = stream.Read(block))
        {
            content.Write(block, 0, count);
            if (content.Length > Limit)
            {
                throw new IOException($"it is larger than {Limit / (1024 * 1024)} MiB, the most that is read");
            }
        }

        return content.ToArray();
    }
}
