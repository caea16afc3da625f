using System.Globalization;
using PluginLab.Dynamics;

namespace PluginLab.GradientFlows.Products;

/// <summary>Gradient flow of a network with a quadratic hidden layer, f(x) = Σⱼ aⱼ(wⱼx)², trained to s x² on points x.</summary>
/// <remarks>
/// Loss ½E[(s x² − f(x))²], E the mean over the points. State: w₁, …, w_h, a₁, …, a_h. Width 1 is the monomial (2, 1) with time scaled by E[x⁴]; note 1,
/// section "Quadratic nonlinearity". Conserved for each unit: wⱼ²/2 − aⱼ². Evaluated over the points themselves, so that this equality is a result.
/// </remarks>
public sealed class QuadraticNetwork : IGradientFlow
{
    private readonly double[] inputs;

    /// <summary>Creates the flow.</summary>
    /// <param name="target">The target s of Σⱼ aⱼwⱼ²; finite.</param>
    /// <param name="width">Number h of hidden units; at least 1.</param>
    /// <param name="inputs">The points x; at least one, finite.</param>
    public QuadraticNetwork(double target, int width, IEnumerable<double> inputs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentNullException.ThrowIfNull(inputs);
        this.inputs = [.. inputs];
        if (this.inputs.Length == 0 || !this.inputs.All(double.IsFinite))
        {
            throw new ArgumentException("There must be at least one input, each a finite number.", nameof(inputs));
        }

        (Target, Width) = (double.IsFinite(target) ? target : throw new ArgumentOutOfRangeException(nameof(target), target, "The target must be finite."), width);
        FourthMoment = this.inputs.Average(x => x * x * x * x);
        Observables = CreateObservables();
    }

    /// <summary>The target s.</summary>
    public double Target { get; }

    /// <summary>Number h of hidden units.</summary>
    public int Width { get; }

    /// <summary>E[x⁴]: the factor on time between width 1 and the monomial (2, 1).</summary>
    public double FourthMoment { get; }

    /// <inheritdoc/>
    public int Dimension => 2 * Width;

    /// <summary><c>product</c> Σⱼ aⱼwⱼ², <c>loss</c>, and <c>conserved-j</c> = wⱼ²/2 − aⱼ² for each unit.</summary>
    public IReadOnlyList<Observable> Observables { get; }

    /// <summary>Evaluates the coefficient Σⱼ aⱼwⱼ² that is to reach s.</summary>
    public double EvaluateProduct(ReadOnlySpan<double> state)
    {
        double sum = 0;
        for (int j = 0; j < Width; j++)
        {
            sum += state[Width + j] * state[j] * state[j];
        }

        return sum;
    }

    /// <inheritdoc/>
    public double EvaluateLoss(ReadOnlySpan<double> state)
    {
        double sum = 0;
        foreach (double x in inputs)
        {
            double residual = (Target * x * x) - Output(state, x);
            sum += residual * residual;
        }

        return 0.5 * sum / inputs.Length;
    }

    /// <inheritdoc/>
    public void EvaluateDerivative(double time, ReadOnlySpan<double> state, Span<double> derivative)
    {
        derivative.Clear();
        foreach (double x in inputs)
        {
            double residual = ((Target * x * x) - Output(state, x)) / inputs.Length;
            for (int j = 0; j < Width; j++)
            {
                double hidden = state[j] * x;
                derivative[j] += residual * 2 * state[Width + j] * hidden * x;
                derivative[Width + j] += residual * hidden * hidden;
            }
        }
    }

    private double Output(ReadOnlySpan<double> state, double x)
    {
        double sum = 0;
        for (int j = 0; j < Width; j++)
        {
            double hidden = state[j] * x;
            sum += state[Width + j] * hidden * hidden;
        }

        return sum;
    }

    private List<Observable> CreateObservables()
    {
        List<Observable> observables =
        [
            new("product", "the coefficient, the sum of all $a_j w_j^2$", (_, state) => EvaluateProduct(state)),
            new("loss", "the loss, half the mean squared error over the inputs", (_, state) => EvaluateLoss(state)),
        ];
        for (int j = 0; j < Width; j++)
        {
            int unit = j;
            string number = (unit + 1).ToString(CultureInfo.InvariantCulture);
            observables.Add(new(
                $"conserved-{number}",
                $"the conserved quantity $w_{{{number}}}^2/2 - a_{{{number}}}^2$",
                (_, state) => (state[unit] * state[unit] / 2) - (state[Width + unit] * state[Width + unit])));
        }

        return observables;
    }
}
