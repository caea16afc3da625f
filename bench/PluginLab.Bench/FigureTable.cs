using System.Diagnostics;
using System.Globalization;
using PluginLab.Figures;
using PluginLab.Rendering;
using PluginLab.Rendering.Tests.Gallery;

namespace PluginLab.Bench;

/// <summary>Processor time and memory of drawing each figure of the gallery, warm.</summary>
internal static class FigureTable
{
    private const int WarmUps = 40;
    private const int Batches = 9;
    private static readonly TimeSpan LeastBatch = TimeSpan.FromMilliseconds(60);

    /// <summary>Writes the median over batches, the size of the drawing and what one drawing allocates.</summary>
    public static void Write()
    {
        Console.WriteLine("| figure | ms | kB | MiB allocated |\n|---|---:|---:|---:|");
        SvgRenderer renderer = new();
        RenderOptions options = new();
        for (int i = 0; i < WarmUps; i++)
        {
            foreach (Figure figure in FigureGallery.All)
            {
                renderer.Render(figure, options);
            }
        }

        // The compiler needs a moment in the background for its second, faster version of what was called often.
        Thread.Sleep(TimeSpan.FromSeconds(2));
        foreach (Figure figure in FigureGallery.All)
        {
            int length = 0;
            for (int i = 0; i < WarmUps; i++)
            {
                length = renderer.Render(figure, options).Content.Length;
            }

            double[] times = [.. Enumerable.Range(0, Batches).Select(_ => MillisecondsOf(() => renderer.Render(figure, options))).Order()];
            long before = GC.GetAllocatedBytesForCurrentThread();
            renderer.Render(figure, options);
            double allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / 1048576.0;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {figure.Id} | {times[Batches / 2]:0.00} | {length / 1000.0:0.0} | {allocated:0.00} |"));
        }
    }

    private static double MillisecondsOf(Action draw)
    {
        using Process process = Process.GetCurrentProcess();
        TimeSpan start = process.TotalProcessorTime;
        int count = 0;
        TimeSpan used = TimeSpan.Zero;
        while (used < LeastBatch)
        {
            draw();
            count++;
            process.Refresh();
            used = process.TotalProcessorTime - start;
        }

        return used.TotalMilliseconds / count;
    }
}
