using System.Diagnostics;
using System.Globalization;
using System.Runtime.Intrinsics.X86;

namespace PluginLab.Abstractions.Tests.Dynamics.Scalars;

/// <summary>The width of the hardware's vectors changes no bit.</summary>
public sealed class HardwareVectorTests
{
    // With AVX2 the runtime switches fused multiply-add off, too.
    [TestCase("DOTNET_EnableAVX512", 256, true)]
    [TestCase("DOTNET_EnableAVX2", 128, false)]
    [TestCase("DOTNET_EnableHWIntrinsic", 0, false)]
    public void Lanes_have_the_same_bits_where_the_hardware_has_narrower_vectors_or_none(string switchedOff, int widestVector, bool hasFusedMultiplyAdd)
    {
        ProcessStartInfo start = new("dotnet", ["exec", typeof(HardwareVectorTests).Assembly.Location]) { RedirectStandardOutput = true };
        start.Environment[switchedOff] = "0";
        using Process process = Process.Start(start)!;
        string[] words = process.StandardOutput.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();

        Assert.That(process.ExitCode, Is.Zero);
        Assert.That(int.Parse(words[0], CultureInfo.InvariantCulture), Is.LessThanOrEqualTo(widestVector));
        Assert.That(bool.Parse(words[1]), Is.EqualTo(hasFusedMultiplyAdd && Fma.IsSupported));
        Assert.That(words[2], Is.EqualTo(LaneBits.Hash()));
    }
}
