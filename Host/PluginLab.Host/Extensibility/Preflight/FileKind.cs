using System.Text;

namespace PluginLab.Host.Extensibility.Preflight;

/// <summary>Names, from the first bytes, what a file is that is no .NET assembly.</summary>
internal static class FileKind
{
    /// <summary>A Windows library without .NET metadata.</summary>
    public const string NativeLibrary = "a native Windows library";

    private const int BytesToLookAt = 512;

    /// <summary>What the file is; null if it may be a .NET assembly.</summary>
    public static string? OfOther(string path)
    {
        if (Directory.Exists(path))
        {
            return "a directory";
        }

        byte[] start = new byte[BytesToLookAt];
        using FileStream file = File.OpenRead(path);
        int count = file.ReadAtLeast(start, BytesToLookAt, throwOnEndOfStream: false);
        return OfBytes(start.AsSpan(0, count));
    }

    private static string? OfBytes(ReadOnlySpan<byte> start) =>
        start.IsEmpty ? "an empty file"
        : start.StartsWith("MZ"u8) ? null
        : start.StartsWith("\u007FELF"u8) ? "a native Linux library (ELF)"
        : start.StartsWith((ReadOnlySpan<byte>)[0xCF, 0xFA, 0xED, 0xFE]) || start.StartsWith((ReadOnlySpan<byte>)[0xCA, 0xFE, 0xBA, 0xBE]) ? "a native macOS library (Mach-O)"
        : start.StartsWith("PK\u0003\u0004"u8) ? "a ZIP archive"
        : IsText(start) ? "a text file"
        : "a file of unknown kind";

    private static bool IsText(ReadOnlySpan<byte> start)
    {
        foreach (Rune rune in Encoding.UTF8.GetString(start).EnumerateRunes())
        {
            if (Rune.IsControl(rune) && rune.Value is not ('\t' or '\n' or '\r'))
            {
                return false;
            }
        }

        return true;
    }
}
