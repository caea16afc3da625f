using System.Diagnostics;
using System.Globalization;

namespace PluginLab.Host.Storage;

/// <summary>Names under which files and folders are written before they get their own; none can be the name of a run.</summary>
internal static class TemporaryName
{
    /// <summary>What names of things being written begin with; machine, process and the later name follow, parted by underscores.</summary>
    public const string Prefix = ".writing_";

    /// <summary>What names of folders being replaced begin with; their own name follows.</summary>
    public const string RetiredPrefix = ".retired_";

    private static string Owner => $"{Environment.MachineName.Replace('_', '-')}_{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Where this process writes what will be named <paramref name="name"/>.</summary>
    public static string Of(string folder, string name) => Path.Combine(folder, $"{Prefix}{Owner}_{name}");

    /// <summary>Where the old folder goes while a new one takes its name.</summary>
    public static string OfRetired(string folder, string name) => Path.Combine(folder, RetiredPrefix + name);

    /// <summary>Whether the process that wrote under a temporary name ran on this machine and is gone.</summary>
    public static bool IsAbandoned(string path)
    {
        string[] parts = Path.GetFileName(path).Split('_');
        return parts.Length > 3
            && parts[1] == Environment.MachineName.Replace('_', '-')
            && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out int process)
            && (process == Environment.ProcessId || !IsAlive(process));
    }

    private static bool IsAlive(int processId)
    {
        try
        {
            using Process process = Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}

/// <summary>Clears away what a killed process left.</summary>
internal static class Leftovers
{
    /// <summary>Removes what was half written, and gives back their names to folders that were being replaced.</summary>
    /// <param name="results">The results folder.</param>
    /// <param name="runs">The folder of the runs in it.</param>
    public static void Clear(string results, string runs)
    {
        foreach (string retired in Directory.GetDirectories(runs, $"{TemporaryName.RetiredPrefix}*"))
        {
            string original = Path.Combine(runs, Path.GetFileName(retired)[TemporaryName.RetiredPrefix.Length..]);
            if (Directory.Exists(original))
            {
                Directory.Delete(retired, recursive: true);
            }
            else
            {
                Directory.Move(retired, original);
            }
        }

        foreach (string leftover in Directory.GetDirectories(runs, $"{TemporaryName.Prefix}*").Where(TemporaryName.IsAbandoned))
        {
            Directory.Delete(leftover, recursive: true);
        }

        foreach (string leftover in Directory.GetFiles(results, $"{TemporaryName.Prefix}*").Where(TemporaryName.IsAbandoned))
        {
            File.Delete(leftover);
        }
    }
}
