using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Security.Cryptography;
using PluginLab.Dynamics;

namespace PluginLab.Abstractions.Tests.Dynamics.Scalars;

/// <summary>A long computation in lanes, reduced to one hash.</summary>
internal static class LaneBits
{
    private const int Steps = 200;

    /// <summary>The widest vectors of the hardware in use, whether it multiplies and adds in one instruction, and the hash of all bits.</summary>
    public static string Describe() => $"{WidestVector()} {Fma.IsSupported} {Hash()}";

    /// <summary>512, 256, 128, or 0 bits.</summary>
    public static int WidestVector() =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;

    /// <summary>Hash of every operation at every edge and drawn number, and of a trajectory through all of them.</summary>
    public static string Hash()
    {
        List<double> results = [];
        foreach (double[] values in Numbers.Edges.Concat(Numbers.Drawn()).Chunk(Lanes.Count).Where(chunk => chunk.Length == Lanes.Count))
        {
            Lanes x = Lanes.Create(values);
            Lanes y = Lanes.Create([.. values.Reverse()]);
            Lanes[] all =
            [
                -x, x + y, x - y, x * y, x / y, Lanes.Sqrt(x), Lanes.Exp(x), Lanes.Log(x), Lanes.Pow(x, 1.3), Lanes.Pow(x, y), Lanes.Pow(x, 5), Lanes.Abs(x), Lanes.Min(x, y),
                Lanes.Max(x, y), Lanes.SelectLess(x, y, 1, 2), Lanes.FusedMultiplyAdd(x, y, -x),
            ];
            results.AddRange(all.SelectMany(lanes => Enumerable.Range(0, Lanes.Count).Select(lane => lanes[lane])));
        }

        Lanes state = Lanes.Create([.. Enumerable.Range(0, Lanes.Count).Select(lane => 0.1 + (0.05 * lane))]);
        for (int step = 0; step < Steps; step++)
        {
            state += 0.01 * (Lanes.Exp(-state) - (Lanes.Pow(state, 1.7) * Lanes.Log(1 + state) / Lanes.Sqrt(2 + state)));
        }

        results.AddRange(Enumerable.Range(0, Lanes.Count).Select(lane => state[lane]));
        return Convert.ToHexString(SHA256.HashData([.. results.SelectMany(value => BitConverter.GetBytes(Numbers.Bits(value)))]));
    }
}
