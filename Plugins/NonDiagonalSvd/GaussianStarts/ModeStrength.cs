using PluginLab.Dynamics;

namespace PluginLab.Plugins.NonDiagonalSvd.GaussianStarts;

/// <summary>The strength uᵀ We Wd v of a mode of a two-layer network, over every scalar.</summary>
/// <param name="left">u.</param>
/// <param name="right">v.</param>
/// <param name="hiddenWidth">h.</param>
internal readonly struct ModeStrength(double[] left, double[] right, int hiddenWidth) : IStateFormula
{
    public TScalar Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        ReadOnlySpan<TScalar> decoder = state[(left.Length * hiddenWidth)..];
        TScalar strength = 0;
        for (int k = 0; k < hiddenWidth; k++)
        {
            TScalar into = 0;
            for (int i = 0; i < left.Length; i++)
            {
                into += left[i] * state[(i * hiddenWidth) + k];
            }

            TScalar outOf = 0;
            for (int j = 0; j < right.Length; j++)
            {
                outOf += decoder[(k * right.Length) + j] * right[j];
            }

            strength += into * outOf;
        }

        return strength;
    }
}
