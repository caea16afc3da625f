using System.Runtime.CompilerServices;
using PluginLab.Dynamics;
using PluginLab.GradientFlows.Networks.Layers;

namespace PluginLab.GradientFlows.Superposition;

/// <summary>Loss and negative gradient of a <see cref="ToyModel"/> over any scalar, for the parameters [p].</summary>
/// <remarks>The product M = W D of encoder and decoder is formed once; a point then costs only its present features.</remarks>
internal sealed class ToyModelFormula
{
    private readonly int features;
    private readonly EncoderDecoder weights;
    private readonly bool isRectified;
    private readonly bool hasBias;
    private readonly double[] importances;
    private readonly double[] targets;
    private readonly Point[] points;

    public ToyModelFormula(ToyModelDesign design)
    {
        (features, isRectified, hasBias) = (design.Inputs.Features, design.IsRectified, design.HasBias);
        weights = new EncoderDecoder(features, design.HiddenWidth, design.IsTied);
        importances = [.. design.Importances ?? Enumerable.Repeat(1.0, features)];
        targets = [.. design.Targets ?? Enumerable.Repeat(1.0, features)];
        points = [.. design.Inputs.Points.Select(Point.Of)];
    }

    public int Dimension => weights.Count + (hasBias ? features : 0);

    public TScalar EvaluateLoss<TScalar>(ReadOnlySpan<TScalar> state, TScalar density)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        using var scratch = new Scratch<TScalar>((features * features) + (2 * features) + 1);
        Span<TScalar> product = scratch.Values[..(features * features)];
        Span<TScalar> outputs = scratch.Values.Slice(product.Length, features);
        Span<TScalar> probabilities = scratch.Values[^(features + 1)..];
        weights.Multiply(state, product);
        Presence.Probabilities(density, probabilities);
        TScalar loss = 0;
        foreach (Point point in points)
        {
            Output(point, state, product, outputs);
            for (int j = 0; j < features; j++)
            {
                TScalar error = (targets[j] * point.Values[j]) - Activated(outputs[j]);
                loss += probabilities[point.Present] * (0.5 * point.Share * importances[j]) * error * error;
            }
        }

        return loss;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Evaluate<TScalar>(ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        int square = features * features;
        using var scratch = new Scratch<TScalar>((2 * square) + (2 * features) + 1);
        Span<TScalar> product = scratch.Values[..square];
        Span<TScalar> ofProduct = scratch.Values.Slice(square, square);
        Span<TScalar> errors = scratch.Values.Slice(2 * square, features);
        Span<TScalar> probabilities = scratch.Values[^(features + 1)..];
        weights.Multiply(state, product);
        Presence.Probabilities(parameters[0], probabilities);
        ofProduct.Clear();
        derivative.Clear();
        foreach (Point point in points)
        {
            Output(point, state, product, errors);
            TScalar weight = probabilities[point.Present] * point.Share;
            for (int j = 0; j < features; j++)
            {
                TScalar output = errors[j];
                TScalar pull = weight * importances[j] * ((targets[j] * point.Values[j]) - output);
                errors[j] = isRectified ? TScalar.SelectLess(0, output, pull, 0) : pull;
            }

            Accumulate(point, errors, ofProduct, derivative);
        }

        weights.ChainRule(state, ofProduct, derivative);
    }

    /// <summary>z = x M + b.</summary>
    private void Output<TScalar>(Point point, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> product, Span<TScalar> outputs)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        if (hasBias)
        {
            state[^features..].CopyTo(outputs);
        }
        else
        {
            outputs.Clear();
        }

        foreach (int i in point.Nonzero)
        {
            double value = point.Values[i];
            for (int j = 0; j < outputs.Length; j++)
            {
                outputs[j] += value * product[(i * features) + j];
            }
        }
    }

    /// <summary>Adds xᵀe to −∂L/∂M, and e to that of the biases.</summary>
    private void Accumulate<TScalar>(Point point, ReadOnlySpan<TScalar> errors, Span<TScalar> ofProduct, Span<TScalar> derivative)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        foreach (int i in point.Nonzero)
        {
            double value = point.Values[i];
            for (int j = 0; j < errors.Length; j++)
            {
                ofProduct[(i * features) + j] += value * errors[j];
            }
        }

        Span<TScalar> ofBias = hasBias ? derivative[^features..] : default;
        for (int j = 0; j < ofBias.Length; j++)
        {
            ofBias[j] += errors[j];
        }
    }

    private TScalar Activated<TScalar>(TScalar output)
        where TScalar : unmanaged, IScalar<TScalar> => isRectified ? TScalar.SelectLess(0, output, output, 0) : output;

    private readonly record struct Point(int Present, double Share, double[] Values, int[] Nonzero)
    {
        public static Point Of(InputPoint point) => new(
            point.Present, point.Share, [.. point.Values], [.. Enumerable.Range(0, point.Values.Count).Where(i => point.Values[i] != 0)]);
    }
}
