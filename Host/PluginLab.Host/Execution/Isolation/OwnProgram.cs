namespace PluginLab.Host.Execution.Isolation;

/// <summary>How to start this program again.</summary>
internal static class OwnProgram
{
    /// <summary>The program and its first words, as it was started: by its own executable or by the runtime's.</summary>
    /// <exception cref="NotSupportedException">The system does not tell.</exception>
    public static (string Program, string[] Words) Find()
    {
        string program = Environment.ProcessPath ?? throw new NotSupportedException("This system does not say which program runs, so that no further process of it can be started.");
        return Path.GetFileNameWithoutExtension(program) == "dotnet" ? (program, [typeof(OwnProgram).Assembly.Location]) : (program, []);
    }
}
