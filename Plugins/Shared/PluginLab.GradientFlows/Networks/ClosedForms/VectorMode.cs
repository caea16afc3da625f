using PluginLab.Numerics.LinearAlgebra.Kernels;

namespace PluginLab.GradientFlows.Networks.ClosedForms;

/// <summary>One mode with vector weights: encoder a = We_i and decoder b = Wd_i learn the product a·b → s, whatever their start.</summary>
/// <remarks>
/// With x = a + sgn(s) b and y = a − sgn(s) b the directions of x and y stay; z = |x|² solves z' = 2|s|z − (z² − P)/2, P = |x₀|²|y₀|²,
/// and |x||y| is conserved, as is c = |a|² − |b|² = x·y. So z = (z₊ − z₋Ke^{−Rt}) / (1 − Ke^{−Rt}) with z± = 2|s| ± R, R² = 4s² + P,
/// K = (z₀ − z₊)/(z₀ − z₋). Limits: |a|² = (R + c)/2, |b|² = (R − c)/2, cos(a, b) = 2s/√(R² − c²), sharpness R.
/// With x₀ = 0 (exactly anti-aligned) the mode ends in the saddle a = b = 0 instead. Source: note 0, section "Summary of the dynamics", made exact.
/// </remarks>
public sealed class VectorMode
{
    private readonly double[] aligned;
    private readonly double[] opposed;
    private readonly double alignedSquare;
    private readonly double opposedSquare;
    private readonly double smallerRoot;
    private readonly double largerRoot;

    /// <summary>Creates the mode from its start.</summary>
    /// <param name="target">s, not zero.</param>
    /// <param name="encoder">We_i(0).</param>
    /// <param name="decoder">Wd_i(0), of the same length.</param>
    public VectorMode(double target, IReadOnlyList<double> encoder, IReadOnlyList<double> decoder)
    {
        ArgumentNullException.ThrowIfNull(encoder);
        ArgumentNullException.ThrowIfNull(decoder);
        ArgumentOutOfRangeException.ThrowIfZero(target);
        ArgumentOutOfRangeException.ThrowIfNotEqual(decoder.Count, encoder.Count);
        int sign = Math.Sign(target);
        aligned = [.. encoder.Zip(decoder, (a, b) => a + (sign * b))];
        opposed = [.. encoder.Zip(decoder, (a, b) => a - (sign * b))];
        (alignedSquare, opposedSquare) = (VectorUpdate.Dot(aligned, aligned), VectorUpdate.Dot(opposed, opposed));
        Target = target;
        Imbalance = VectorUpdate.Dot(aligned, opposed);
        double product = alignedSquare * opposedSquare;
        Rate = Math.Sqrt((4 * target * target) + product);
        largerRoot = (2 * Math.Abs(target)) + Rate;
        smallerRoot = -product / largerRoot;
    }

    /// <summary>The target s.</summary>
    public double Target { get; }

    /// <summary>The conserved c = |a|² − |b|².</summary>
    public double Imbalance { get; }

    /// <summary>R = √(4s² + |x₀|²|y₀|²): the final sharpness, and the rate at which the mode approaches its end.</summary>
    public double Rate { get; }

    /// <summary>Whether the start is exactly anti-aligned, so that the flow ends in the saddle at zero and the limits below do not hold.</summary>
    public bool EndsInSaddle => alignedSquare == 0;

    /// <summary>The limit (R + c)/2 of |a|².</summary>
    public double FinalEncoderSquare => (Rate + Imbalance) / 2;

    /// <summary>The limit (R − c)/2 of |b|².</summary>
    public double FinalDecoderSquare => (Rate - Imbalance) / 2;

    /// <summary>The limit 2s/√(R² − c²) of cos(a, b).</summary>
    public double FinalCosine => Target / Math.Sqrt(FinalEncoderSquare * FinalDecoderSquare);

    /// <summary>z(t) = |a + sgn(s) b|².</summary>
    public double AlignedSquare(double time)
    {
        if (EndsInSaddle)
        {
            return 0;
        }

        double weight = (alignedSquare - largerRoot) / (alignedSquare - smallerRoot) * Math.Exp(-Rate * time);
        return (largerRoot - (smallerRoot * weight)) / (1 - weight);
    }

    /// <summary>|a − sgn(s) b|², which is |x₀|²|y₀|²/z(t).</summary>
    public double OpposedSquare(double time)
    {
        if (!EndsInSaddle)
        {
            return alignedSquare * opposedSquare / AlignedSquare(time);
        }

        double rate = -2 * Math.Abs(Target);
        return opposedSquare * Math.Exp(rate * time) / (1 + (opposedSquare * Exponentials.Integral(rate, time) / 2));
    }

    /// <summary>The product a·b = sgn(s)(|x|² − |y|²)/4.</summary>
    public double Strength(double time) => Math.Sign(Target) * (AlignedSquare(time) - OpposedSquare(time)) / 4;

    /// <summary>|a|² = (|x|² + |y|² + 2c)/4.</summary>
    public double EncoderSquare(double time) => (AlignedSquare(time) + OpposedSquare(time) + (2 * Imbalance)) / 4;

    /// <summary>|b|² = (|x|² + |y|² − 2c)/4.</summary>
    public double DecoderSquare(double time) => (AlignedSquare(time) + OpposedSquare(time) - (2 * Imbalance)) / 4;

    /// <summary>1 − cos(a, sgn(s) b), without cancellation: (|x|²|y|² − c²) / (2|a||b| (2|a||b| + (|x|² − |y|²)/2)).</summary>
    public double Misalignment(double time)
    {
        double twiceLengths = 2 * Math.Sqrt(EncoderSquare(time) * DecoderSquare(time));
        double twiceStrength = (AlignedSquare(time) - OpposedSquare(time)) / 2;
        return ((alignedSquare * opposedSquare) - (Imbalance * Imbalance)) / (twiceLengths * (twiceLengths + twiceStrength));
    }

    /// <summary>a(t) and b(t) themselves.</summary>
    public (IReadOnlyList<double> Encoder, IReadOnlyList<double> Decoder) Weights(double time)
    {
        int sign = Math.Sign(Target);
        double growth = alignedSquare == 0 ? 0 : Math.Sqrt(AlignedSquare(time) / alignedSquare);
        double decay = opposedSquare == 0 ? 0 : Math.Sqrt(OpposedSquare(time) / opposedSquare);
        return (
            [.. aligned.Zip(opposed, (x, y) => ((growth * x) + (decay * y)) / 2)],
            [.. aligned.Zip(opposed, (x, y) => sign * ((growth * x) - (decay * y)) / 2)]);
    }
}
