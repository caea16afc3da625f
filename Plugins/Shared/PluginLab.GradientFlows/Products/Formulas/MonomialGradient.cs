using System.Runtime.CompilerServices;
using PluginLab.Dynamics;

namespace PluginLab.GradientFlows.Products.Formulas;

/// <summary>(s − m) ∇m for a monomial m, over any scalar.</summary>
/// <remarks>
/// Written out over the factors of m for degrees 2 to 4 (w₁²w₂ has the factors w₁, w₁, w₂), by prefix and suffix products above: from sums and products
/// alone, hence exact at zeros and free of branches on the state, and without a product that doubles as an identity. Sweeps spend their time here.
/// </remarks>
internal sealed class MonomialGradient
{
    // Optimized at once: a sweep is over before the runtime would have got to it. Not inlined: small callers exceed what the runtime inlines into one method.
    private const MethodImplOptions AtFullSpeed = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;

    private readonly int[] exponents;
    private readonly int[] factors;
    private readonly bool isProductOfThree;
    private readonly bool isSquareTimesWeight;

    /// <summary>Prepares the evaluation for exponents kᵢ ≥ 1.</summary>
    public MonomialGradient(int[] exponents)
    {
        this.exponents = exponents;
        factors = [.. exponents.SelectMany((exponent, weight) => Enumerable.Repeat(weight, exponent))];
        isProductOfThree = exponents is [1, 1, 1];
        isSquareTimesWeight = exponents is [2, 1];
    }

    /// <summary>Evaluates wᵢ' for the parameters [s].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate<TScalar>(ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        switch (factors.Length)
        {
            case 2:
                OfTwo(state, parameters, derivative);
                return;
            case 3 when isProductOfThree:
                OfThreeWeights(state, parameters, derivative);
                return;
            case 3 when isSquareTimesWeight:
                OfSquare(state, parameters, derivative);
                return;
            case 3:
                OfThree(state, parameters, derivative);
                return;
            case 4:
                OfFour(state, parameters, derivative);
                return;
            default:
                OfAny(state, parameters, derivative);
                return;
        }
    }

    [MethodImpl(AtFullSpeed)]
    private void OfTwo<TScalar>(ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        (int first, int second) = (factors[0], factors[1]);
        TScalar a = state[first], b = state[second];
        TScalar residual = parameters[0] - (a * b);
        derivative[second] = residual * a;
        derivative[first] = first == second ? residual * b * exponents[first] : residual * b;
    }

    /// <summary>w₁w₂w₃: known places need no lookup, which the processor would spend more time on than on the products.</summary>
    [MethodImpl(AtFullSpeed)]
    private static void OfThreeWeights<TScalar>(ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        TScalar c = state[2], a = state[0], b = state[1];
        TScalar ab = a * b;
        TScalar residual = parameters[0] - (ab * c);
        TScalar rc = residual * c;
        derivative[2] = residual * ab;
        derivative[0] = rc * b;
        derivative[1] = rc * a;
    }

    /// <summary>w₁²w₂, in the order of operations of <see cref="OfThree"/>.</summary>
    [MethodImpl(AtFullSpeed)]
    private static void OfSquare<TScalar>(ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        TScalar b = state[1], a = state[0];
        TScalar aa = a * a;
        TScalar residual = parameters[0] - (aa * b);
        derivative[1] = residual * aa;
        derivative[0] = residual * b * a * 2;
    }

    // A weight that is several factors is written last from an outer one, which carries the exponent.
    [MethodImpl(AtFullSpeed)]
    private void OfThree<TScalar>(ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        (int first, int second, int third) = (factors[0], factors[1], factors[2]);
        TScalar a = state[first], b = state[second], c = state[third];
        TScalar ab = a * b;
        TScalar residual = parameters[0] - (ab * c);
        TScalar rc = residual * c;
        derivative[second] = rc * a;
        derivative[first] = first == second ? rc * b * exponents[first] : rc * b;
        derivative[third] = second == third ? residual * ab * exponents[third] : residual * ab;
    }

    [MethodImpl(AtFullSpeed)]
    private void OfFour<TScalar>(ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        (int first, int second, int third, int fourth) = (factors[0], factors[1], factors[2], factors[3]);
        TScalar a = state[first], b = state[second], c = state[third], d = state[fourth];
        TScalar ab = a * b, cd = c * d;
        TScalar residual = parameters[0] - (ab * cd);
        TScalar rab = residual * ab, rcd = residual * cd;
        derivative[second] = rcd * a;
        derivative[third] = second == third ? rab * d * exponents[third] : rab * d;
        derivative[first] = first == second ? rcd * b * exponents[first] : rcd * b;
        derivative[fourth] = third == fourth ? rab * c * exponents[fourth] : rab * c;
    }

    [MethodImpl(AtFullSpeed)]
    private void OfAny<TScalar>(ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        ReadOnlySpan<int> k = exponents;
        state = state[..k.Length];
        derivative = derivative[..k.Length];
        TScalar prefix = Raised(state[0], state[0], k[0]);
        for (int i = 1; i < k.Length; i++)
        {
            derivative[i] = prefix;
            prefix = Raised(prefix * state[i], state[i], k[i]);
        }

        TScalar suffix = parameters[0] - prefix;
        for (int i = k.Length - 1; i > 0; i--)
        {
            TScalar component = derivative[i] * suffix;
            derivative[i] = k[i] == 1 ? component : Raised(component * k[i], state[i], k[i]);
            suffix = Raised(suffix * state[i], state[i], k[i]);
        }

        derivative[0] = k[0] == 1 ? suffix : Raised(suffix * k[0], state[0], k[0]);
    }

    /// <summary>product · w^(k−1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TScalar Raised<TScalar>(TScalar product, TScalar weight, int exponent)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        for (int n = exponent; n > 1; n--)
        {
            product *= weight;
        }

        return product;
    }
}
