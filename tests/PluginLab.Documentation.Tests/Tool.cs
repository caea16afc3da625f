using System.Diagnostics;

namespace PluginLab.Documentation.Tests;

/// <summary>Starts dotnet as a reader would.</summary>
internal static class Tool
{
    /// <summary>Runs dotnet in a folder and waits for its end.</summary>
    /// <returns>The exit code, and what was written to both streams.</returns>
    public static (int ExitCode, string Output) Start(string folder, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }
}
