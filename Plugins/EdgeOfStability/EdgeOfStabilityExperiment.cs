using PluginLab.Experiments;
using PluginLab.Plugins.EdgeOfStability.Onsets;
using PluginLab.Plugins.EdgeOfStability.Training;

namespace PluginLab.Plugins.EdgeOfStability;

/// <summary>Gradient descent on a deep linear network with several singular values: which pairs of modes become unstable at which learning rate?</summary>
/// <remarks>
/// At the balanced minimum, where every layer holds s_i^(1/L), the entry M_ij of the product is an eigendirection of the Hessian with eigenvalue
/// λ_ij = Σ_{l=0}^{L−1} s_i^(2l/L) s_j^(2(L−1−l)/L), so that a deviation of it changes by 1 − ηλ_ij per step: s_i + s_j for two layers. Source: note 1,
/// section "Learning rate", whose to-dos ask for several singular values; Hessian by Saxe, McClelland and Ganguli's equations, differentiated.
/// </remarks>
public sealed class EdgeOfStabilityExperiment : IExperiment
{
    private const int MostModes = 6;

    private static readonly Parameter<IReadOnlyList<double>> SingularValues = Parameter.Reals(
        "singular-values", "Singular values $s_i$ of the diagonal target, falling.", [4, 2, 1, 0.5], 0.05, 20);

    private static readonly Parameter<int> Depth = Parameter.WholeNumber("depth", "Depth $L$ of the network whose Hessian is decomposed.", 3, 1, 5);

    private static readonly Parameter<double> Fraction = Parameter.Real(
        "learning-rate-fraction", "Learning rate $κ = η s_1$ of the run above the edge of mode 1.", 1.1, 1.02, 1.2);

    private static readonly Parameter<int> Steps = Parameter.WholeNumber("steps", "Number of steps of each run of descent.", 300, 200, 1000);

    /// <inheritdoc/>
    public ExperimentInfo Info { get; } = new()
    {
        Id = "edge-of-stability",
        Title = "The edge of stability of several modes",
        Question = "With several singular values, which entries of the product does gradient descent lose first as the learning rate grows, and what happens beyond?",
        Parameters = [SingularValues, Depth, Fraction, Steps],
        Constraints =
        [
            Constraint.Require($"There must be from 2 to {MostModes} singular values.", values => values.Get(SingularValues).Count is >= 2 and <= MostModes),
            Constraint.Require(
                "The singular values must fall: each below the one before it.",
                values => values.Get(SingularValues).Zip(values.Get(SingularValues).Skip(1)).All(pair => pair.First > pair.Second)),
        ],
    };

    /// <inheritdoc/>
    public ExperimentResult Run(ExperimentContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        IReadOnlyList<double> singularValues = context.Get(SingularValues);
        OnsetStudy onsets = OnsetStudy.Measure(context, singularValues, context.Get(Depth));
        context.Progress?.Report(0.3);
        TrainingStudy training = TrainingStudy.Measure(context, singularValues, context.Get(Fraction), context.Get(Steps));
        return new ExperimentResult
        {
            Claims = [.. OnsetClaims.Of(onsets), .. TrainingClaims.Of(training)],
            Figures = [GrowthFigure.Draw(onsets), SpectrumFigure.Draw(onsets.Spectrum), SharpnessFigure.Draw(training), StrengthFigure.Draw(training)],
            Metrics =
            [
                new("sharpness", "largest eigenvalue of the Hessian at the balanced minimum, at the depth of the run", onsets.Spectrum.Measured[0]),
                new("first-off-diagonal-onset", "learning rate from which on $M_{12}$ of two layers grows", onsets.TwoLayers.First(onset => !onset.Entry.IsDiagonal).Onset.Measured),
                new("settled-sharpness", "final sharpness over $2/η$ from the unbalanced start", training.Unbalanced.FinalStability),
            ],
            Notes = training.Above.HasDiverged ? [$"At $η = κ/s_1$ descent diverges after {NumberText.Of(training.Above.Path.Count)} steps: the pair of modes 1 and 2 is beyond its edge as well. The figures show the steps before."] : [],
        };
    }
}
