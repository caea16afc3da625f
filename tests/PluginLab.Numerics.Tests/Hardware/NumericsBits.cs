using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PluginLab.Numerics.Tests.Hardware;

/// <summary>The hardware in use and, line by line, the hashes of what each part of the numerics evaluates on it.</summary>
internal static class NumericsBits
{
    public static string Describe() => string.Join('\n', [$"{WidestVector()} {Fma.IsSupported}", .. Hashes()]);

    /// <summary>A line for each part: its hash and its name.</summary>
    public static IEnumerable<string> Hashes() =>
    [
        $"{EnsembleBits.Hash(inLanes: true)} ensembles in lanes",
        $"{EnsembleBits.Hash(inLanes: false)} ensembles one by one",
        $"{KernelBits.HashOfVectors()} vectors",
        $"{KernelBits.HashOfProducts()} products",
    ];

    private static int WidestVector() =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;
}
