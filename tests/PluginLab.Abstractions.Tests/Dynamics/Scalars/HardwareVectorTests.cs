using System.Diagnostics;
using System.Globalization;

namespace PluginLab.Abstractions.Tests.Dynamics.Scalars;

/// <summary>The width of the hardware's vectors changes no bit.</summary>
public sealed class HardwareVectorTests
{
    [TestCase("DOTNET_EnableAVX512", 256)]
    [TestCase("DOTNET_EnableAVX2", 128)]
    [TestCase("DOTNET_EnableHWIntrinsic", 0)]
    public void Lanes_have_the_same_bits_where_the_hardware_has_narrower_vectors_or_none(string switchedOff, int widestVector)
    {
        ProcessStartInfo start = new("dotnet", ["exec", typeof(HardwareVectorTests).Assembly.Location]) { RedirectStandardOutput = true };
        start.Environment[switchedOff] = "0";
        using Process process = Process.Start(start)!;
        string[] words = process.StandardOutput.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();

        Assert.That(process.ExitCode, Is.Zero);
        Assert.That(int.Parse(words[0], CultureInfo.InvariantCulture), Is.LessThanOrEqualTo(widestVector));
        Assert.That(words[1], Is.EqualTo(LaneBits.Hash()));
    }
}
