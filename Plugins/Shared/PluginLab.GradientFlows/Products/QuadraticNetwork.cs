using System.Globalization;
using PluginLab.Dynamics;
using PluginLab.GradientFlows.Products.Formulas;

namespace PluginLab.GradientFlows.Products;

/// <summary>Gradient flow of a network with a quadratic hidden layer, f(x) = Σⱼ aⱼ(wⱼx)², trained to s x² on points x.</summary>
/// <remarks>
/// Loss ½E[(s x² − f(x))²], E the mean over the points. State: w₁, …, w_h, a₁, …, a_h. Width 1 is the monomial (2, 1) with time scaled by E[x⁴]; note 1,
/// section "Quadratic nonlinearity". Conserved for each unit: wⱼ²/2 − aⱼ². Evaluated over the points themselves, so that this equality is a result.
/// Parameters over other scalars: [s]. Every scalar gives the same bits.
/// </remarks>
public sealed class QuadraticNetwork : IGradientFlow, IHasInvariants, IParametricSystem<double>, IParametricSystem<Lanes>, IParametricSystem<Dual<Real>>,
    IParametricSystem<Dual<Lanes>>, IParametricSystem<Dual<Dual<Real>>>
{
    private readonly double[] inputs;
    private readonly double[] parameters;
    private readonly QuadraticNetworkGradient gradient;
    private IReadOnlyList<Observable>? observables;

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
        parameters = [target];
        gradient = new QuadraticNetworkGradient(width, this.inputs);
        Invariants = QuadraticNetworkInvariants.Of(width, this.inputs);
    }

    /// <summary>The target s.</summary>
    public double Target { get; }

    /// <summary>Number h of hidden units.</summary>
    public int Width { get; }

    /// <summary>E[x⁴]: the factor on time between width 1 and the monomial (2, 1).</summary>
    public double FourthMoment { get; }

    /// <summary>2h.</summary>
    public int Dimension => 2 * Width;

    /// <summary>[s].</summary>
    public IReadOnlyList<double> DefaultParameters => parameters;

    /// <summary>All wⱼ²/2 − aⱼ², which are conserved, and the loss, which never increases.</summary>
    public IReadOnlyList<Invariant> Invariants { get; }

    /// <summary><c>product</c> Σⱼ aⱼwⱼ², <c>loss</c>, and <c>conserved-j</c> = wⱼ²/2 − aⱼ² for each unit.</summary>
    public IReadOnlyList<Observable> Observables => observables ??= CreateObservables();

    /// <summary>Evaluates the coefficient Σⱼ aⱼwⱼ² that is to reach s.</summary>
    public double EvaluateProduct(ReadOnlySpan<double> state) => new QuadraticNetworkProduct(Width).Evaluate<Real>(0, Real.Cast(state), default);

    /// <inheritdoc/>
    public double EvaluateLoss(ReadOnlySpan<double> state) => new QuadraticNetworkLoss(Width, inputs).Evaluate(0, Real.Cast(state), Real.Cast(parameters));

    /// <inheritdoc/>
    public void EvaluateDerivative(double time, ReadOnlySpan<double> state, Span<double> derivative) => EvaluateDerivative(time, state, parameters, derivative);

    /// <inheritdoc/>
    public void EvaluateDerivative(double time, ReadOnlySpan<double> state, ReadOnlySpan<double> parameters, Span<double> derivative) =>
        gradient.Evaluate(Real.Cast(state), Real.Cast(parameters), Real.Cast(derivative));

    /// <inheritdoc/>
    public void EvaluateDerivative(Lanes time, ReadOnlySpan<Lanes> state, ReadOnlySpan<Lanes> parameters, Span<Lanes> derivative) =>
        gradient.Evaluate(state, parameters, derivative);

    /// <inheritdoc/>
    public void EvaluateDerivative(Dual<Real> time, ReadOnlySpan<Dual<Real>> state, ReadOnlySpan<Dual<Real>> parameters, Span<Dual<Real>> derivative) =>
        gradient.Evaluate(state, parameters, derivative);

    /// <inheritdoc/>
    public void EvaluateDerivative(Dual<Lanes> time, ReadOnlySpan<Dual<Lanes>> state, ReadOnlySpan<Dual<Lanes>> parameters, Span<Dual<Lanes>> derivative) =>
        gradient.Evaluate(state, parameters, derivative);

    /// <inheritdoc/>
    public void EvaluateDerivative(
        Dual<Dual<Real>> time, ReadOnlySpan<Dual<Dual<Real>>> state, ReadOnlySpan<Dual<Dual<Real>>> parameters, Span<Dual<Dual<Real>>> derivative) =>
        gradient.Evaluate(state, parameters, derivative);

    private List<Observable> CreateObservables()
    {
        List<Observable> list =
        [
            new("product", "the coefficient, the sum of all $a_j w_j^2$", (_, state) => EvaluateProduct(state))
            {
                Formula = StateFormula.Create(new QuadraticNetworkProduct(Width)),
            },
            new("loss", "the loss, half the mean squared error over the inputs", (_, state) => EvaluateLoss(state))
            {
                Formula = StateFormula.Create(new QuadraticNetworkLoss(Width, inputs)),
            },
        ];
        list.AddRange(Enumerable.Range(0, Width).Select(CreateImbalance));
        return list;
    }

    private Observable CreateImbalance(int unit)
    {
        string number = (unit + 1).ToString(CultureInfo.InvariantCulture);
        StateFormula formula = StateFormula.Create(new QuadraticNetworkImbalance(Width, unit));
        return new($"conserved-{number}", $"the conserved quantity $w_{{{number}}}^2/2 - a_{{{number}}}^2$", (time, state) => formula.Evaluate(time, state, default))
        {
            Formula = formula,
        };
    }
}
