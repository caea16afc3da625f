namespace PluginLab.Numerics.Tests.LinearAlgebra.Kernels;

/// <summary>Equality of bits; all values that are not a number count as one, since processors differ in which of two they pass on.</summary>
internal static class BitAssertions
{
    public static void AssertSameBits(double[] actual, double[] expected, string what)
    {
        // The constraint compares entries as objects, which takes seconds for large matrices.
        long[] bits = Bits(actual), wanted = Bits(expected);
        if (!bits.AsSpan().SequenceEqual(wanted))
        {
            Assert.That(bits, Is.EqualTo(wanted), what);
        }
    }

    private static long[] Bits(double[] numbers) => [.. numbers.Select(number => BitConverter.DoubleToInt64Bits(double.IsNaN(number) ? double.NaN : number))];
}
