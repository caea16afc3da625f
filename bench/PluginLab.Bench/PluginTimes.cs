using System.Diagnostics;
using System.Globalization;
using PluginLab.Host.Cli;
using PluginLab.Host.Extensibility;
using PluginLab.Host.Extensibility.Loading;
using PluginLab.Host.Extensibility.Preflight;

namespace PluginLab.Bench;

/// <summary>How long one plugin takes: inspected, and loaded whole after the first.</summary>
internal static class PluginTimes
{
    /// <summary>Measures each plugin of a folder once, as a host meets it, and writes medians.</summary>
    public static void Write(string folder)
    {
        string[] plugins = [.. Directory.GetDirectories(folder).Order(StringComparer.Ordinal)];
        PluginInspector inspector = new();
        double[] inspected = [.. plugins.Select(plugin => Milliseconds(() => inspector.Inspect(Path.Combine(plugin, $"{Path.GetFileName(plugin)}.dll"))))];
        string shadows = Directory.CreateTempSubdirectory("pluginlab-bench-").FullName;
        PluginLoader loader = new(new PluginActivator(new TerminalLoggerFactory(new Terminal(TextWriter.Null, TextWriter.Null))), new ShadowStore(shadows), new BuiltInPlugin());
        double[] loaded = [.. plugins.Select(plugin => Milliseconds(() => loader.Load([new PluginFolder(plugin, IsBundled: false)])))];
        Directory.Delete(shadows, recursive: true);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"inspected: first {inspected[0]:0.0} ms, then median {Median(inspected[1..]):0.00} ms of {inspected.Length - 1}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"found, inspected, copied, loaded and read: first {loaded[0]:0.0} ms, then median {Median(loaded[1..]):0.00} ms of {loaded.Length - 1}"));
    }

    private static double Milliseconds(Action work)
    {
        long start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
