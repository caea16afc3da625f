using System.Runtime.CompilerServices;
using PluginLab.Dynamics;

namespace PluginLab.GradientFlows.Products.Formulas;

/// <summary>The right-hand side of <see cref="QuadraticNetwork"/> over any scalar, for the parameters [s].</summary>
internal readonly struct QuadraticNetworkGradient(int width, double[] inputs)
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Evaluate<TScalar>(ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        ReadOnlySpan<TScalar> inner = state[..width], outer = state.Slice(width, width);
        Span<TScalar> ofInner = derivative[..width], ofOuter = derivative.Slice(width, width);
        derivative.Clear();
        foreach (double x in inputs)
        {
            TScalar residual = (parameters[0] * x * x) - QuadraticNetworkOutput.At(x, inner, outer);
            residual /= inputs.Length;
            for (int j = 0; j < inner.Length; j++)
            {
                TScalar hidden = inner[j] * x;
                ofInner[j] += residual * 2 * outer[j] * hidden * x;
                ofOuter[j] += residual * hidden * hidden;
            }
        }
    }
}

/// <summary>The output f(x) = Σⱼ aⱼ(wⱼx)².</summary>
internal static class QuadraticNetworkOutput
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TScalar At<TScalar>(double x, ReadOnlySpan<TScalar> inner, ReadOnlySpan<TScalar> outer)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        TScalar sum = 0;
        for (int j = 0; j < inner.Length; j++)
        {
            TScalar hidden = inner[j] * x;
            sum += outer[j] * hidden * hidden;
        }

        return sum;
    }
}

/// <summary>The coefficient Σⱼ aⱼwⱼ², that is the output at 1.</summary>
internal readonly struct QuadraticNetworkProduct(int width) : IStateFormula
{
    public TScalar Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters)
        where TScalar : unmanaged, IScalar<TScalar> => QuadraticNetworkOutput.At(1, state[..width], state.Slice(width, width));
}

/// <summary>½E[(s x² − f(x))²] for the parameters [s].</summary>
internal readonly struct QuadraticNetworkLoss(int width, double[] inputs) : IStateFormula
{
    public TScalar Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        TScalar sum = 0;
        foreach (double x in inputs)
        {
            TScalar residual = (parameters[0] * x * x) - QuadraticNetworkOutput.At(x, state[..width], state.Slice(width, width));
            sum += residual * residual;
        }

        return 0.5 * sum / inputs.Length;
    }
}

/// <summary>wⱼ²/2 − aⱼ², conserved by the flow for each unit.</summary>
internal readonly struct QuadraticNetworkImbalance(int width, int unit) : IStateFormula
{
    public TScalar Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters)
        where TScalar : unmanaged, IScalar<TScalar> => (state[unit] * state[unit] / 2) - (state[width + unit] * state[width + unit]);
}
