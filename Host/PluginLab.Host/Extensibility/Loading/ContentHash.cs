using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PluginLab.Host.Extensibility.Loading;

/// <summary>The SHA-256 of a set of files: their names and contents.</summary>
internal static class ContentHash
{
    /// <summary>The files of a plugin that can influence a run, relative to its folder, in ordinal order: libraries and lists beside it,
    /// libraries for one kind of machine, satellites. Folders of other plugins below are no part of it.</summary>
    public static IReadOnlyList<string> FilesOf(string folder)
    {
        string runtimes = Path.Combine(folder, "runtimes");
        IEnumerable<string> perMachine = Directory.Exists(runtimes) ? Directory.EnumerateFiles(runtimes, "*", SearchOption.AllDirectories) : [];
        IEnumerable<string> satellites = Directory.EnumerateDirectories(folder).SelectMany(culture => Directory.EnumerateFiles(culture, "*.resources.dll"));
        return
        [
            .. Directory.EnumerateFiles(folder).Where(IsLoadable).Concat(perMachine).Concat(satellites)
                .Select(path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The hash of files of a folder, as 64 lower-case hexadecimal digits.</summary>
    public static string Of(string folder, IEnumerable<string> files)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(long)];
        foreach (string file in files)
        {
            byte[] content = File.ReadAllBytes(Path.Combine(folder, file));
            hash.AppendData(Encoding.UTF8.GetBytes($"{file}\0"));
            BinaryPrimitives.WriteInt64LittleEndian(length, content.Length);
            hash.AppendData(length);
            hash.AppendData(content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static bool IsLoadable(string path) =>
        Path.GetExtension(path) is ".dll" or ".json" or ".so" or ".dylib" || Path.GetFileName(path).Contains(".so.", StringComparison.Ordinal);
}
