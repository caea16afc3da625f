using PluginLab.Dynamics;

namespace PluginLab.GradientFlows.Superposition;

/// <summary>The weights of a <see cref="ToyModel"/>: an encoder W, n × h, and a decoder D, h × n, which is Wᵀ itself if they are tied.</summary>
internal readonly struct EncoderDecoder(int features, int width, bool isTied)
{
    /// <summary>Number of weights in a state.</summary>
    public int Count => features * width * (isTied ? 1 : 2);

    /// <summary>M = W D.</summary>
    public void Multiply<TScalar>(ReadOnlySpan<TScalar> state, Span<TScalar> product)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        for (int i = 0; i < features; i++)
        {
            for (int j = 0; j < features; j++)
            {
                TScalar sum = 0;
                for (int k = 0; k < width; k++)
                {
                    sum += state[(i * width) + k] * state[PlaceInDecoder(k, j)];
                }

                product[(i * features) + j] = sum;
            }
        }
    }

    /// <summary>−∂L/∂W = A Dᵀ and −∂L/∂D = WᵀA for A = −∂L/∂M; tied, both add up in W.</summary>
    public void ChainRule<TScalar>(ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> ofProduct, Span<TScalar> derivative)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        for (int i = 0; i < features; i++)
        {
            for (int j = 0; j < features; j++)
            {
                TScalar pull = ofProduct[(i * features) + j];
                for (int k = 0; k < width; k++)
                {
                    int encoder = (i * width) + k, decoder = PlaceInDecoder(k, j);
                    derivative[encoder] += pull * state[decoder];
                    derivative[decoder] += pull * state[encoder];
                }
            }
        }
    }

    private int PlaceInDecoder(int hidden, int output) => isTied ? (output * width) + hidden : (features * width) + (hidden * features) + output;
}

/// <summary>How likely it is that features are present.</summary>
internal static class Presence
{
    /// <summary>p^k (1 − p)^(n−k), the probability of one set of k present features, for k = 0, …, n.</summary>
    public static void Probabilities<TScalar>(TScalar density, Span<TScalar> probabilities)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        int features = probabilities.Length - 1;
        for (int k = 0; k <= features; k++)
        {
            TScalar power = 1;
            for (int i = 0; i < features; i++)
            {
                power *= i < k ? density : 1 - density;
            }

            probabilities[k] = power;
        }
    }
}
