using System.Runtime.InteropServices;

namespace PluginLab.Host.Execution.Isolation;

/// <summary>The group of processes that the process of a run founds, and to which all that it starts belongs.</summary>
/// <remarks>A process whose parent is gone cannot be found by its parent any more, but by its group. Windows has no groups; there a run's tree of processes is all that is ended.</remarks>
internal static class ProcessGroup
{
    private const int KillSignal = 9;

    /// <summary>Founds the group of this process, in a session of its own: what is sent to the host's group, as Ctrl-C is, does not come here, and what a plugin sends to its own stays here.</summary>
    /// <returns>Whether this process has a group of its own now.</returns>
    public static bool TryFound() => !OperatingSystem.IsWindows() && FoundSession() > 0;

    /// <summary>Ends all processes of a group, which may be none.</summary>
    /// <param name="founder">The id of the process that founded it.</param>
    public static void End(int founder)
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = Send(-founder, KillSignal);
        }
    }

    [DllImport("libc", EntryPoint = "setsid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FoundSession();

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Send(int target, int signal);
}
