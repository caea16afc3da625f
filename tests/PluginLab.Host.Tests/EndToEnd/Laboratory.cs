using System.Diagnostics;
using System.Globalization;
using System.Text;
using PluginLab.Host.Tests.Extensibility;

namespace PluginLab.Host.Tests.EndToEnd;

/// <summary>A folder with a manifest and plugins, and the built host to run in it.</summary>
internal sealed class Laboratory : IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>Creates a laboratory with a test plugin: the one that makes trouble if none is named.</summary>
    public Laboratory(string plugin = "Troublemaker")
    {
        string target = Directory.CreateDirectory(PathOf("lab-plugins", plugin)).FullName;
        File.Copy(Built.TestPlugin(plugin), Path.Combine(target, $"{plugin}.dll"));
    }

    /// <summary>Where a file or folder lies.</summary>
    public string PathOf(params string[] parts) => Path.Combine([folder.Path, .. parts]);

    /// <summary>Writes experiments.json with the given runs; each is a name, an experiment and further members.</summary>
    public void WriteManifest(params string[] runs) => folder.Write("experiments.json", $"{{ \"version\": 1, \"runs\": [\n{string.Join(",\n", runs)}\n] }}\n");

    /// <summary>Writes a file.</summary>
    public void Write(string name, string text) => folder.Write(name, text);

    /// <summary>Runs the host here and waits for its end.</summary>
    public HostResult Run(params string[] arguments) => Run([], arguments);

    /// <summary>Runs the host here, with further environment variables, and waits for its end.</summary>
    public HostResult Run((string Name, string Value)[] environment, params string[] arguments)
    {
        using Process process = Start(environment, arguments);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new HostResult(process.ExitCode, output, errors.Result);
    }

    /// <summary>Runs the host here with a text on its standard input, and waits for its end.</summary>
    public HostResult RunWithInput(string input, params string[] arguments)
    {
        string file = PathOf("input.txt");
        File.WriteAllText(file, input);
        ProcessStartInfo start = new("sh", ["-c", "\"$0\" \"$@\" < input.txt", "dotnet", Built.Host, .. arguments])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new HostResult(process.ExitCode, output, errors.Result);
    }

    /// <summary>The ids of processes that work here.</summary>
    public string[] Processes() =>
    [
        .. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).OfType<string>().Where(name => name.All(char.IsAsciiDigit)).Where(WorksHere),
    ];

    private bool WorksHere(string process)
    {
        try
        {
            return new DirectoryInfo($"/proc/{process}/cwd").ResolveLinkTarget(returnFinalTarget: true)?.FullName == new DirectoryInfo(folder.Path).FullName;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Starts the host here.</summary>
    public Process Start((string Name, string Value)[] environment, params string[] arguments)
    {
        string[] command = IsInterruptIgnored ? ["env", "--default-signal=INT", "dotnet"] : ["dotnet"];
        ProcessStartInfo start = new(command[0], [.. command[1..], Built.Host, .. arguments])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Whether the tests run in the background of a shell, which makes children deaf to SIGINT; bit 1 of the mask.</summary>
    private static bool IsInterruptIgnored { get; } = OperatingSystem.IsLinux() && File.ReadLines("/proc/self/status")
        .Where(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))
        .Any(line => (ulong.Parse(line[7..], NumberStyles.HexNumber | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture) & 2) != 0);

    /// <summary>Sends a signal, such as TERM, to a process.</summary>
    public static void Signal(Process process, string name)
    {
        using Process kill = Process.Start("kill", [$"-{name}", $"{process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Starts the host here and waits until the experiment <c>waits</c> of the plugin is going on.</summary>
    public Process StartUntilWaiting(params string[] arguments)
    {
        Process process = Start([], arguments);
        List<string> lines = [];
        while (process.StandardError.ReadLine() is { } line)
        {
            lines.Add(line);
            if (line == "waiting")
            {
                return process;
            }
        }

        process.Dispose();
        throw new AssertionException($"The host ended before the experiment waited: {string.Join('\n', lines)}");
    }

    /// <summary>The files of a results folder with their content, but for the one that is volatile.</summary>
    public IReadOnlyDictionary<string, string> ReadResults(string name) => Directory
        .EnumerateFiles(PathOf(name), "*", SearchOption.AllDirectories)
        .Where(path => Path.GetFileName(path) != "provenance.json")
        .ToDictionary(path => Path.GetRelativePath(PathOf(name), path).Replace('\\', '/'), File.ReadAllText);

    public void Dispose() => folder.Dispose();
}

/// <summary>How the host ended.</summary>
internal sealed record HostResult(int ExitCode, string Output, string Errors);
