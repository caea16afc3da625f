namespace PluginLab.GradientFlows.Superposition;

/// <summary>The best toy model whose n equally important features are the corners of a regular n-gon in the plane: a pentagon for n = 5.</summary>
/// <remarks>
/// By symmetry its vectors have one squared norm ρ, w_i·w_j = ρ cos(2π(i − j)/n), and its outputs one bias b. Where an output is above the kink of its ReLU the
/// loss is a least-squares problem in (ρ, b); solving it on the points above the kink, until these stay the same, gives the minimum to rounding. By the
/// principle of symmetric criticality it is a stationary point of the whole model (Palais, 1979).
/// </remarks>
/// <param name="SquaredNorm">ρ.</param>
/// <param name="Bias">b.</param>
/// <param name="Loss">The loss ½ E Σ_i (x_i − x'_i)².</param>
public sealed record RegularPolygon(double SquaredNorm, double Bias, double Loss)
{
    private const int MostRounds = 200;

    /// <summary>Finds it for inputs at a density; NaN if the points above the kink do not settle.</summary>
    public static RegularPolygon Best(SparseInputs inputs, double density)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        Sample[] samples = [.. inputs.Points.Select(point => new Sample(point.Probability(density, inputs.Features), Overlap(point.Values), point.Values[0]))];
        (double norm, double bias) = (1, 0);
        for (int round = 0; round < MostRounds; round++)
        {
            (double nextNorm, double nextBias) = Regress(samples.Where(sample => sample.Output(norm, bias) > 0));
            if (nextNorm == norm && nextBias == bias)
            {
                return new(norm, bias, inputs.Features * samples.Sum(sample => sample.Loss(norm, bias)));
            }

            (norm, bias) = (nextNorm, nextBias);
        }

        return new(double.NaN, double.NaN, double.NaN);
    }

    /// <summary>The vectors, corner after corner: the encoder of a state.</summary>
    public IEnumerable<double> Vectors(int features) => Enumerable.Range(0, features).SelectMany(i => new[]
    {
        Math.Sqrt(SquaredNorm) * Math.Cos(2 * Math.PI * i / features), Math.Sqrt(SquaredNorm) * Math.Sin(2 * Math.PI * i / features),
    });

    /// <summary>Σ_j x_j cos(2πj/n): the output 0 before its ReLU is ρ times this plus b.</summary>
    private static double Overlap(IReadOnlyList<double> values) => values.Select((value, j) => value * Math.Cos(2 * Math.PI * j / values.Count)).Sum();

    /// <summary>Weighted least squares of the feature on the overlap, with an intercept.</summary>
    private static (double Norm, double Bias) Regress(IEnumerable<Sample> samples)
    {
        (double weight, double x, double y, double xx, double xy) = (0, 0, 0, 0, 0);
        foreach (Sample sample in samples)
        {
            weight += sample.Weight;
            x += sample.Weight * sample.Overlap;
            y += sample.Weight * sample.Feature;
            xx += sample.Weight * sample.Overlap * sample.Overlap;
            xy += sample.Weight * sample.Overlap * sample.Feature;
        }

        double norm = ((weight * xy) - (x * y)) / ((weight * xx) - (x * x));
        return (norm, (y - (norm * x)) / weight);
    }

    private readonly record struct Sample(double Weight, double Overlap, double Feature)
    {
        public double Output(double norm, double bias) => (norm * Overlap) + bias;

        public double Loss(double norm, double bias)
        {
            double error = Feature - Math.Max(0, Output(norm, bias));
            return 0.5 * Weight * error * error;
        }
    }
}
