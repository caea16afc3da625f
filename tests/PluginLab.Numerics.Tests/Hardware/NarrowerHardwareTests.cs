using System.Diagnostics;
using System.Globalization;
using System.Runtime.Intrinsics.X86;

namespace PluginLab.Numerics.Tests.Hardware;

/// <summary>Neither the width of the hardware's vectors nor whether it multiplies and adds in one instruction changes a bit.</summary>
public sealed class NarrowerHardwareTests
{
    private static readonly string[] Here = [.. NumericsBits.Hashes()];

    // With AVX2 the runtime switches fused multiply-add off, too.
    [TestCase("DOTNET_EnableAVX512", 256, true)]
    [TestCase("DOTNET_EnableAVX2", 128, false)]
    [TestCase("DOTNET_EnableHWIntrinsic", 0, false)]
    public void Ensembles_and_kernels_have_the_same_bits_on_narrower_hardware(string switchedOff, int widestVector, bool hasFusedMultiplyAdd)
    {
        string[] lines = DescribeWithout(switchedOff);

        string[] hardware = lines[0].Split(' ');
        Assert.That(int.Parse(hardware[0], CultureInfo.InvariantCulture), Is.LessThanOrEqualTo(widestVector));
        Assert.That(bool.Parse(hardware[1]), Is.EqualTo(hasFusedMultiplyAdd && Fma.IsSupported));
        Assert.That(lines[1..], Is.EqualTo(Here));
    }

    private static string[] DescribeWithout(string switchedOff)
    {
        ProcessStartInfo start = new("dotnet", ["exec", typeof(NarrowerHardwareTests).Assembly.Location]) { RedirectStandardOutput = true };
        start.Environment[switchedOff] = "0";
        start.Environment["DOTNET_TieredCompilation"] = "0"; // Optimized code, as it runs in long computations.
        using Process process = Process.Start(start)!;
        string[] lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero);
        return lines;
    }
}
