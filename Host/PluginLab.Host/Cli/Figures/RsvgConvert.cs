using System.Diagnostics;
using System.Globalization;
using PluginLab.Host.Figures;

namespace PluginLab.Host.Cli.Figures;

/// <summary>Turns SVG into PDF and PNG by <c>rsvg-convert</c> of librsvg; the same drawing and version of it give the same bytes.</summary>
internal sealed class RsvgConvert
{
    private readonly string program;

    private RsvgConvert(string program) => this.program = program;

    /// <summary>Finds the program among the folders of a search path.</summary>
    /// <exception cref="UsageException">It is not installed.</exception>
    public static RsvgConvert Find(string? searchPath)
    {
        string name = OperatingSystem.IsWindows() ? "rsvg-convert.exe" : "rsvg-convert";
        string? found = (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        return found is null
            ? throw new UsageException(
                "PDF and PNG are made by rsvg-convert, which is not in the PATH. Install librsvg2-bin (Debian, Ubuntu), librsvg2-tools (Fedora) or librsvg (Homebrew), or use --format svg.")
            : new RsvgConvert(found);
    }

    /// <summary>Converts a drawing whose size is in mm.</summary>
    /// <param name="svg">The drawing.</param>
    /// <param name="format">PDF or PNG.</param>
    /// <param name="resolution">Pixels per inch of a PNG.</param>
    /// <param name="cancellationToken">Cancelled to give up.</param>
    /// <exception cref="IOException">The program failed; the message holds what it said.</exception>
    public byte[] Convert(ReadOnlyMemory<byte> svg, DrawingFormat format, double resolution, CancellationToken cancellationToken)
    {
        string density = resolution.ToString(CultureInfo.InvariantCulture);
        string[] arguments = format == DrawingFormat.Pdf ? ["--format=pdf"] : ["--format=png", $"--dpi-x={density}", $"--dpi-y={density}"];
        ProcessStartInfo start = new(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        // The program dates its PDF by this; without it no two were the same.
        start.Environment["SOURCE_DATE_EPOCH"] = "0";
        using Process process = Process.Start(start)!;
        using CancellationTokenRegistration registration = cancellationToken.Register(() => process.Kill());
        Task feeding = Task.Run(() => Feed(process, svg), CancellationToken.None);
        Task<string> complaints = process.StandardError.ReadToEndAsync(CancellationToken.None);
        using MemoryStream converted = new();
        process.StandardOutput.BaseStream.CopyTo(converted);
        process.WaitForExit();
        feeding.Wait(CancellationToken.None);
        cancellationToken.ThrowIfCancellationRequested();
        return process.ExitCode == 0 && converted.Length > 0
            ? converted.ToArray()
            : throw new IOException($"{program} failed with exit code {process.ExitCode.ToString(CultureInfo.InvariantCulture)}: {complaints.Result.Trim()}");
    }

    private static void Feed(Process process, ReadOnlyMemory<byte> svg)
    {
        try
        {
            using Stream input = process.StandardInput.BaseStream;
            input.Write(svg.Span);
        }
        catch (IOException)
        {
            // It ended before it read everything; its exit code tells why.
        }
    }
}
