using PluginLab.Dynamics;

namespace PluginLab.Numerics.Tests.Ensembles;

/// <summary>wᵢ' = (s − w₁w₂w₃) ∂(w₁w₂w₃)/∂wᵢ with the parameter s.</summary>
internal sealed class ProductFlow : IRightHandSide
{
    public int Dimension => 3;

    public void Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        TScalar residual = parameters[0] - (state[0] * state[1] * state[2]);
        derivative[0] = residual * (state[1] * state[2]);
        derivative[1] = residual * (state[0] * state[2]);
        derivative[2] = residual * (state[0] * state[1]);
    }
}

/// <summary>x'' = −a x − x' + e^−bt as a system: depends on time.</summary>
internal sealed class DrivenOscillator : IRightHandSide
{
    public int Dimension => 2;

    public void Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        derivative[0] = state[1];
        derivative[1] = TScalar.Exp(-parameters[1] * time) - (parameters[0] * state[0]) - state[1];
    }
}

/// <summary>x' = a x² − b: infinite in finite time from some starts.</summary>
internal sealed class BlowUp : IRightHandSide
{
    public int Dimension => 1;

    public void Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
        where TScalar : unmanaged, IScalar<TScalar> => derivative[0] = (parameters[0] * state[0] * state[0]) - parameters[1];
}

/// <summary>x' = −√x − a, y' = x − y: NaN where x is negative, at some starts already.</summary>
internal sealed class EdgeOfDomain : IRightHandSide
{
    public int Dimension => 2;

    public void Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        derivative[0] = -TScalar.Sqrt(state[0]) - parameters[0];
        derivative[1] = state[0] - state[1];
    }
}

/// <summary>A chain of components, each drawn to the one before it at its own rate, the last ones stiffly: more components than partial sums of a norm.</summary>
internal sealed class Chain : IRightHandSide
{
    public int Dimension => 19;

    public void Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        derivative[0] = -parameters[0] * state[0];
        for (int k = 1; k < Dimension; k++)
        {
            derivative[k] = k * parameters[0] * (state[k - 1] - state[k]);
        }
    }
}

/// <summary>x' = −x, whose evaluations are counted and may be interrupted.</summary>
/// <param name="evaluated">Called with the number of each evaluation, from 1 on; no other evaluation begins meanwhile.</param>
internal sealed class WatchedDecay(Action<long> evaluated) : IRightHandSide
{
    private readonly Lock beginning = new();
    private long calls;
    private int running;

    public int Dimension => 1;

    /// <summary>Evaluations so far; one of all lanes counts once.</summary>
    public long Calls => Interlocked.Read(ref calls);

    /// <summary>Evaluations that are going on.</summary>
    public int Running => Volatile.Read(ref running);

    public void Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        Interlocked.Increment(ref running);
        try
        {
            lock (beginning)
            {
                evaluated(++calls);
            }

            derivative[0] = -state[0];
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }
}
