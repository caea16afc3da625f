using PluginLab.Dynamics;
using PluginLab.Experiments;

namespace PluginLab.GradientFlows.Superposition;

/// <summary>Gradient flow of a toy model of superposition, x' = ReLU(x W Wᵀ + b): n features are to pass through h hidden neurons.</summary>
/// <remarks>
/// Loss ½ E Σ_i I_i (s_i x_i − x'_i)² over the points of <see cref="SparseInputs"/>, an exact finite sum. W is n × h; its row i is the vector of feature i.
/// State: W row by row, then, unless tied, the decoder (h × n) row by row, then b. Parameters over other scalars: [p], the density; every scalar gives
/// the same bits. The right-hand side is minus the gradient except where an output sits exactly at the kink of its ReLU, whose slope counts as 0 there.
/// Source: Elhage et al., Toy models of superposition, 2022, section "Demonstrating superposition".
/// </remarks>
public sealed class ToyModel : IGradientFlow, IParametricSystem<double>, IParametricSystem<Lanes>, IParametricSystem<Dual<Real>>,
    IParametricSystem<Dual<Lanes>>, IParametricSystem<Dual<Dual<Real>>>
{
    private readonly double[] parameters;
    private readonly ToyModelFormula formula;

    /// <summary>Creates a model at a density.</summary>
    /// <param name="design">Its parts.</param>
    /// <param name="density">p = 1 − S, above 0 and at most 1.</param>
    /// <exception cref="ArgumentException">Importances or targets are not one per feature.</exception>
    public ToyModel(ToyModelDesign design, double density)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentOutOfRangeException.ThrowIfLessThan(design.HiddenWidth, 1, nameof(design));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(density);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(density, 1);
        int features = design.Inputs.Features;
        if ((design.Importances?.Count ?? features) != features || (design.Targets?.Count ?? features) != features)
        {
            throw new ArgumentException($"There must be an importance and a target for each of the {features} features.", nameof(design));
        }

        (Design, parameters) = (design, [density]);
        formula = new ToyModelFormula(design);
    }

    /// <summary>The parts of the model.</summary>
    public ToyModelDesign Design { get; }

    /// <summary>The density p at which it is evaluated as an <see cref="IGradientFlow"/>.</summary>
    public double Density => parameters[0];

    /// <summary>Number n of features.</summary>
    public int Features => Design.Inputs.Features;

    /// <summary>Number of components of the state.</summary>
    public int Dimension => formula.Dimension;

    /// <summary>The density.</summary>
    public IReadOnlyList<double> DefaultParameters => parameters;

    /// <summary>The same model of another design, at the same density.</summary>
    public ToyModel With(ToyModelDesign design) => new(design, Density);

    /// <summary>The state that holds an encoder, the decoder that is tied to it or the given one, and biases.</summary>
    /// <param name="encoder">W, row by row: n·h numbers.</param>
    /// <param name="decoder">The decoder of an untied model, row by row; null for a tied one.</param>
    /// <param name="bias">The bias of every output; taken where there are biases.</param>
    public double[] State(IEnumerable<double> encoder, IEnumerable<double>? decoder, double bias)
    {
        double[] state = [.. encoder, .. decoder ?? [], .. Enumerable.Repeat(bias, Design.HasBias ? Features : 0)];
        return state.Length == Dimension
            ? state
            : throw new ArgumentException($"The weights have {state.Length} components with the biases; the model needs {Dimension}.", nameof(encoder));
    }

    /// <summary>The vectors W of the features, one per row.</summary>
    public Matrix Vectors(ReadOnlySpan<double> state) => new(Features, Design.HiddenWidth, state[..(Features * Design.HiddenWidth)].ToArray());

    /// <summary>M = W Wᵀ, or W times the decoder: what input j adds to output i before the ReLU stands in row j, column i.</summary>
    public Matrix Product(ReadOnlySpan<double> state)
    {
        int size = Features * Design.HiddenWidth;
        Matrix vectors = Vectors(state);
        return vectors.Multiply(Design.IsTied ? vectors.Transpose() : new Matrix(Design.HiddenWidth, Features, state.Slice(size, size).ToArray()));
    }

    /// <summary>The biases b; zeros where there are none.</summary>
    public IReadOnlyList<double> Biases(ReadOnlySpan<double> state) => Design.HasBias ? state[^Features..].ToArray() : new double[Features];

    /// <inheritdoc/>
    public double EvaluateLoss(ReadOnlySpan<double> state) => formula.EvaluateLoss<Real>(Real.Cast(state), parameters[0]);

    /// <inheritdoc/>
    public void EvaluateDerivative(double time, ReadOnlySpan<double> state, Span<double> derivative) => EvaluateDerivative(time, state, parameters, derivative);

    /// <inheritdoc/>
    public void EvaluateDerivative(double time, ReadOnlySpan<double> state, ReadOnlySpan<double> parameters, Span<double> derivative) =>
        formula.Evaluate(Real.Cast(state), Real.Cast(parameters), Real.Cast(derivative));

    /// <inheritdoc/>
    public void EvaluateDerivative(Lanes time, ReadOnlySpan<Lanes> state, ReadOnlySpan<Lanes> parameters, Span<Lanes> derivative) =>
        formula.Evaluate(state, parameters, derivative);

    /// <inheritdoc/>
    public void EvaluateDerivative(Dual<Real> time, ReadOnlySpan<Dual<Real>> state, ReadOnlySpan<Dual<Real>> parameters, Span<Dual<Real>> derivative) =>
        formula.Evaluate(state, parameters, derivative);

    /// <inheritdoc/>
    public void EvaluateDerivative(Dual<Lanes> time, ReadOnlySpan<Dual<Lanes>> state, ReadOnlySpan<Dual<Lanes>> parameters, Span<Dual<Lanes>> derivative) =>
        formula.Evaluate(state, parameters, derivative);

    /// <inheritdoc/>
    public void EvaluateDerivative(
        Dual<Dual<Real>> time, ReadOnlySpan<Dual<Dual<Real>>> state, ReadOnlySpan<Dual<Dual<Real>>> parameters, Span<Dual<Dual<Real>>> derivative) =>
        formula.Evaluate(state, parameters, derivative);
}
