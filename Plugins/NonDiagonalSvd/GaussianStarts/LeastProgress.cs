using PluginLab.Dynamics;

namespace PluginLab.Plugins.NonDiagonalSvd.GaussianStarts;

/// <summary>The share of its target that the least learned mode has reached: min_i uᵢᵀ We Wd vᵢ / s_i, over every scalar.</summary>
/// <param name="strengths">The strengths of the modes.</param>
/// <param name="targets">Their s_i.</param>
internal readonly struct LeastProgress(ModeStrength[] strengths, double[] targets) : IStateFormula
{
    public TScalar Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        TScalar least = strengths[0].Evaluate(time, state, parameters) / targets[0];
        for (int mode = 1; mode < strengths.Length; mode++)
        {
            least = TScalar.Min(least, strengths[mode].Evaluate(time, state, parameters) / targets[mode]);
        }

        return least;
    }
}
