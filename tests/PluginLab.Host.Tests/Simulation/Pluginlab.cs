using System.Diagnostics;
using PluginLab.Host.Tests.Extensibility;

namespace PluginLab.Host.Tests.Simulation;

/// <summary>Starts the built host as a user does.</summary>
internal static class Pluginlab
{
    /// <summary>Runs the host to its end.</summary>
    /// <param name="folder">The current folder.</param>
    /// <param name="arguments">The command line.</param>
    public static (int ExitCode, string Output, string Error) Run(string folder, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Built.Host, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["XDG_CACHE_HOME"] = Path.Combine(folder, ".cache");
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
