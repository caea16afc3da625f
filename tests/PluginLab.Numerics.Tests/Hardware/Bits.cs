using System.Security.Cryptography;

namespace PluginLab.Numerics.Tests.Hardware;

/// <summary>Collects results and reduces them to one hash; one NaN is as good as another.</summary>
internal sealed class Bits
{
    private readonly List<byte> collected = [];

    /// <summary>The hash of all bits so far.</summary>
    public string Hash() => Convert.ToHexString(SHA256.HashData([.. collected]));

    public void Add(params ReadOnlySpan<double> values)
    {
        foreach (double value in values)
        {
            Add(BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value));
        }
    }

    public void Add(long whole) => collected.AddRange(BitConverter.GetBytes(whole));
}
