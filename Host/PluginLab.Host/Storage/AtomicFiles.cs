using System.ComponentModel;
using System.Runtime.InteropServices;

namespace PluginLab.Host.Storage;

/// <summary>Writes so that a reader finds the old or the new, whole, however the process ends.</summary>
internal static class AtomicFiles
{
    /// <summary>Writes a new file and has it on disk before returning.</summary>
    public static void WriteNew(string path, ReadOnlySpan<byte> content)
    {
        using FileStream stream = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Puts a file in place of another, or where there was none.</summary>
    /// <param name="path">Where it goes.</param>
    /// <param name="temporaryPath">Where it is written first: on the same disk, not there yet.</param>
    /// <param name="content">What it holds.</param>
    public static void Write(string path, string temporaryPath, ReadOnlySpan<byte> content)
    {
        WriteNew(temporaryPath, content);
        File.Move(temporaryPath, path, overwrite: true);
    }

    /// <summary>Puts a folder in place of another, or where there was none.</summary>
    /// <param name="path">Where it goes.</param>
    /// <param name="temporaryPath">The new folder; gone afterwards.</param>
    /// <param name="retiredPath">Where the old folder may go for the moment: on the same disk, not there yet.</param>
    /// <remarks>
    /// On Linux the two change places in one step. Elsewhere, and on file systems that cannot do this, there is a moment in which the old
    /// folder has its retired name only.
    /// </remarks>
    public static void ReplaceFolder(string path, string temporaryPath, string retiredPath)
    {
        if (!Directory.Exists(path))
        {
            Directory.Move(temporaryPath, path);
        }
        else if (OperatingSystem.IsLinux() && FolderExchange.TryExchange(temporaryPath, path))
        {
            Directory.Delete(temporaryPath, recursive: true);
        }
        else
        {
            ReplaceFolderInTwoSteps(path, temporaryPath, retiredPath);
        }
    }

    /// <summary>Puts a folder in place of another where names cannot be exchanged; <see cref="Leftovers"/> mends what is left if the process ends in between.</summary>
    public static void ReplaceFolderInTwoSteps(string path, string temporaryPath, string retiredPath)
    {
        Directory.Move(path, retiredPath);
        Directory.Move(temporaryPath, path);
        Directory.Delete(retiredPath, recursive: true);
    }

    /// <summary>The system call that exchanges two names; the base class library has none.</summary>
    private static class FolderExchange
    {
        private const int CurrentFolder = -100;
        private const uint Exchange = 2;
        private const int InvalidArgument = 22;
        private const int NotImplemented = 38;
        private const int NotSupported = 95;

        public static bool TryExchange(string first, string second)
        {
            if (RenameAt(CurrentFolder, first, CurrentFolder, second, Exchange) == 0)
            {
                return true;
            }

            int error = Marshal.GetLastPInvokeError();
            return error is InvalidArgument or NotImplemented or NotSupported
                ? false
                : throw new IOException($"{second} could not be replaced: {new Win32Exception(error).Message}");
        }

        [DllImport("libc", EntryPoint = "renameat2", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        private static extern int RenameAt(
            int firstFolder, [MarshalAs(UnmanagedType.LPUTF8Str)] string first, int secondFolder, [MarshalAs(UnmanagedType.LPUTF8Str)] string second, uint flags);
    }
}
