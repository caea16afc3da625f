using PluginLab.Dynamics;

namespace PluginLab.Numerics.Tests.Ensembles;

/// <summary>Compares solutions of ensembles to the last bit; one NaN is as good as another.</summary>
internal static class SolutionAssert
{
    public static void EqualBits(EnsembleSolution actual, EnsembleSolution expected, Ensemble ensemble, EnsembleOutput output)
    {
        for (int i = 0; i < expected.Count; i++)
        {
            string where = $"trajectory {i} of dimension {ensemble.System.Dimension}";
            Assert.That(actual.Outcome(i), Is.EqualTo(expected.Outcome(i)), where);
            Assert.That(actual.StatisticsOf(i), Is.EqualTo(expected.StatisticsOf(i)), where);
            Assert.That(Bits(actual.FinalTime(i)), Is.EqualTo(Bits(expected.FinalTime(i))), $"final time of {where}");
            Assert.That(Bits(actual.FinalState(i)), Is.EqualTo(Bits(expected.FinalState(i))), $"final state of {where}");
            foreach (EnsembleEvent happened in ensemble.Events)
            {
                Assert.That(Bits(actual.EventTime(happened.Name, i)), Is.EqualTo(Bits(expected.EventTime(happened.Name, i))), $"{happened.Name} of {where}");
            }

            for (int k = 0; k < output.Observables.Count; k++)
            {
                Assert.That(Bits(actual.Observed(k, i)), Is.EqualTo(Bits(expected.Observed(k, i))), $"observable {k} of {where}");
            }

            for (int k = 0; k < output.Reductions.Count; k++)
            {
                Assert.That(Bits(actual.Reduced(k, i)), Is.EqualTo(Bits(expected.Reduced(k, i))), $"reduction {k} of {where}");
            }
        }
    }

    public static long[] Bits(ReadOnlySpan<double> values)
    {
        long[] bits = new long[values.Length];
        for (int k = 0; k < bits.Length; k++)
        {
            bits[k] = Bits(values[k]);
        }

        return bits;
    }

    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value);
}
