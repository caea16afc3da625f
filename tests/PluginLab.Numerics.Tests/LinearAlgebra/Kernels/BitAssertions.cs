namespace PluginLab.Numerics.Tests.LinearAlgebra.Kernels;

/// <summary>Equality of bits; all values that are not a number count as one, since processors differ in which of two they pass on.</summary>
internal static class BitAssertions
{
    public static void AssertSameBits(double[] actual, double[] expected, string what) =>
        Assert.That(Bits(actual), Is.EqualTo(Bits(expected)), what);

    private static long[] Bits(double[] numbers) => [.. numbers.Select(number => BitConverter.DoubleToInt64Bits(double.IsNaN(number) ? double.NaN : number))];
}
