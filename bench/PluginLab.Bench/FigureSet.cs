using System.Diagnostics;
using System.Globalization;
using PluginLab.Figures;
using PluginLab.Rendering;
using PluginLab.Rendering.Tests.Gallery;

namespace PluginLab.Bench;

/// <summary>Time from the start of a process until it has drawn fifty figures, each once: what a CI pays that renders a set.</summary>
internal static class FigureSet
{
    private const int Count = 50;
    private const int Processes = 7;

    /// <summary>Draws the set; what the started process does.</summary>
    /// <returns>Bytes of all drawings.</returns>
    public static long Draw()
    {
        SvgRenderer renderer = new();
        return Enumerable.Range(0, Count).Sum(i => (long)renderer.Render(FigureGallery.All[i % FigureGallery.All.Count], new RenderOptions()).Content.Length);
    }

    /// <summary>Writes the median over processes as a row of the table of figures: time by the clock, since the start counts.</summary>
    public static void WriteRow()
    {
        double[] times = [.. Enumerable.Range(0, Processes).Select(_ => MillisecondsOfProcess()).Order()];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {Count} figures with process start, by the clock | {times[Processes / 2]:0} | {Draw() / 1000.0:0.0} | – |"));
    }

    private static double MillisecondsOfProcess()
    {
        string library = typeof(FigureSet).Assembly.Location;
        long start = Stopwatch.GetTimestamp();
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [library, "figure-set"]) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? Stopwatch.GetElapsedTime(start).TotalMilliseconds : throw new InvalidDataException($"drawing {Count} figures ended with {process.ExitCode}");
    }
}
