using System.Buffers.Binary;
using PluginLab.Host.Benchmarks;
using PluginLab.Host.Storage;

namespace PluginLab.Host.Cli.Benchmarks;

/// <summary>Reads a file with a reference: numbers of 64 bits, lowest byte first, one state after another, as the program <c>ref</c> of bench/peers writes them.</summary>
internal static class ReferenceFile
{
    /// <summary>The numbers of a file.</summary>
    /// <exception cref="UsageException">The path names a folder, or a file that cannot be read or does not consist of numbers.</exception>
    public static double[] Read(string path)
    {
        if (Directory.Exists(path))
        {
            throw new UsageException($"--reference: {path} is a folder; it must be a file of numbers of {sizeof(double)} bytes each, such as bench/peers/run.sh computes. Name the file, or leave the option out.");
        }

        byte[] bytes = ReadBytes(UsageException.RequirePath("--reference", path));
        if (bytes.Length == 0 || bytes.Length % sizeof(double) != 0)
        {
            throw new UsageException($"--reference: {path} has {bytes.Length} bytes; it must hold numbers of {sizeof(double)} bytes each.");
        }

        double[] values = new double[bytes.Length / sizeof(double)];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = BinaryPrimitives.ReadDoubleLittleEndian(bytes.AsSpan(i * sizeof(double)));
        }

        return values;
    }

    /// <summary>The states that a file holds, to compare those of a run with.</summary>
    /// <exception cref="UsageException">They are not whole states, or fewer than the run has.</exception>
    public static ComputedStates StatesLike(ComputedStates run, double[] values, string path) =>
        values.Length % run.Dimension == 0 && values.Length >= run.Count * run.Dimension
            ? ComputedStates.OfValues(values, run.Dimension)
            : throw new UsageException($"--reference: {path} holds {values.Length} numbers; the workload has {run.Count} states of {run.Dimension} numbers to compare.");

    private static byte[] ReadBytes(string path)
    {
        try
        {
            return InputBytes.Read(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"--reference: {path} cannot be read: {exception.Message.ReplaceLineEndings(" ")}");
        }
    }
}
