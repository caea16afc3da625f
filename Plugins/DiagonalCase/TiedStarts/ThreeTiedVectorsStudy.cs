using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Networks;
using PluginLab.GradientFlows.Networks.ClosedForms;

namespace PluginLab.Plugins.DiagonalCase.TiedStarts;

/// <summary>Three tied vectors: when mode 1 is learned, the cosine of the others becomes their partial correlation, here larger and of the other sign.</summary>
internal static class ThreeTiedVectorsStudy
{
    private const double Scale = 1e-3;
    private const double EndTime = 9;
    private const int Intervals = 900;

    /// <summary>Mode 1 has long been learned, modes 2 and 3 are still small.</summary>
    private const double PlateauTime = 3.4;

    private static readonly double[] Targets = [4, 1, 0.75];
    private static readonly Matrix Start = Matrix.FromRows([[1, 1, 0], [1, 0, 1], [0.5, 1, 0]]).Scale(Scale);

    public static ExperimentResult Run(ExperimentContext context)
    {
        Matrix initial = Interference.Cosines(Start.Multiply(Start.Transpose()));
        double partial = Interference.PartialCorrelation(initial[1, 2], initial[0, 1], initial[0, 2]);
        var vectors = new TiedVectors(context, Targets, Start, EndTime, Intervals);
        double[] cosines = vectors.Cosines(1, 2);
        return new ExperimentResult
        {
            Claims =
            [
                Note0.Holds(
                    "16-partial-correlation",
                    "Once mode 1 is learned the cosine of modes 2 and 3 is their partial correlation $(\\varepsilon_{23} - \\varepsilon_{12}\\varepsilon_{13})/\\sqrt{(1 - \\varepsilon_{12}^2)(1 - \\varepsilon_{13}^2)}$ at the start.",
                    Note0.Interference,
                    partial,
                    cosines[vectors.IndexAt(PlateauTime)],
                    Bound.Within(partial, 1e-3),
                    NetworkControls.ScaledMode(0, 0)),
                Note0.Fails(
                    "16-interference-decreases",
                    "Interference decreases: $|\\varepsilon_{ij}|$ never rises above where it started; largest rise of $|\\varepsilon_{23}|$.",
                    Note0.Interference,
                    predicted: 0,
                    cosines.Max(Math.Abs) - Math.Abs(cosines[0]),
                    Bound.AtMost(0),
                    "With three modes or more $\\varepsilon_{ij}$ goes to the partial correlation, given the modes learned before: it may grow, change its sign or appear from 0.",
                    NetworkControls.ScaledMode(0, 0)),
                ExactRates(context, vectors),
            ],
            Figures = [Draw(vectors, initial, partial)],
        };
    }

    /// <summary>The right-hand side, as it turns the vectors along the trajectory, against the exact equation of their cosines.</summary>
    private static Claim ExactRates(ExperimentContext context, TiedVectors vectors)
    {
        IDynamicsSystem system = context.Create(vectors.Network);
        IEnumerable<double> deviations = vectors.Weights.Where((_, k) => k % (Intervals / 10) == 0).Select(weights =>
        {
            double[] force = new double[system.Dimension];
            system.EvaluateDerivative(0, weights.Values, force);
            Matrix gram = weights.Multiply(weights.Transpose());
            Matrix rates = CosineRates.Of(weights, new Matrix(weights.Rows, weights.Columns, force));
            return rates.Subtract(Interference.CosineDerivatives(gram)).LargestMagnitude() / Targets[0];
        });
        return Note0.Deviates(
            "13-three-vectors",
            "For any number of tied vectors $\\varepsilon_{ij}' = -\\varepsilon_{ij}(u_i + u_j) - 2\\sum_k \\varepsilon_{ik}\\varepsilon_{kj}u_k + \\varepsilon_{ij}[\\sum_{k \\ne i}\\varepsilon_{ik}^2u_k + \\sum_{k \\ne j}\\varepsilon_{jk}^2u_k]$ with $k \\ne i, j$ in the first sum; largest deviation over $s_1$, along the trajectory of three.",
            Note0.Interference,
            deviations,
            tolerance: 1e-9,
            Control.ScaledComponent(3, 1.1));
    }

    private static Figure Draw(TiedVectors vectors, Matrix initial, double partial)
    {
        return new Figure
        {
            Id = "tied-three",
            Title = "Interference can grow: learning mode 1 turns modes 2 and 3 against each other",
            Caption =
                $"Three tied vectors with $s = (4, 1, 0.75)$. While mode 1 is learned, $\\varepsilon_{{23}}$ goes from {Short(initial[1, 2])} to the partial correlation {Short(partial)}, "
                + "where the note's first order (dashed) stays; only when modes 2 and 3 are learned does it fall to 0.",
            AltText = "Three cosines over time with the note's curves: the cosine of modes 2 and 3 changes its sign and grows to the partial correlation before it falls to zero.",
            Size = FigureSize.TwoColumns,
            Columns = 2,
            Panels = [Draw(vectors, 1, []), Draw(vectors, 2, [new ReferenceLine { Id = "partial", Label = "partial correlation", Role = MarkRole.Reference, Orientation = Orientation.Horizontal, Value = partial }])],
            ClaimIds = ["note0-16-partial-correlation", "note0-16-interference-decreases", "note0-13-three-vectors"],
        };
    }

    /// <summary>The cosines of a mode with the stronger ones, each in the colour of the stronger.</summary>
    private static Panel Draw(TiedVectors vectors, int mode, IEnumerable<Mark> guides)
    {
        int[] stronger = [.. Enumerable.Range(0, mode)];
        IEnumerable<Mark> measured = stronger.Select(other => new Line
        {
            Id = $"cosine-{other + 1}-{mode + 1}",
            Label = $"$\\varepsilon_{{{other + 1}{mode + 1}}}$",
            X = vectors.Times,
            Y = vectors.Cosines(other, mode),
            Color = other,
        });
        IEnumerable<Mark> note = stronger.Select(other => new Line
        {
            Id = $"note-{other + 1}-{mode + 1}",
            Label = $"note: $\\varepsilon_{{{other + 1}{mode + 1}}}(0)\\, e^{{-\\int(u_{other + 1} + u_{mode + 1})dt}}$",
            Role = MarkRole.Theory,
            X = vectors.Times,
            Y = vectors.CosinesOfNote(other, mode),
            Color = other,
        });
        return new Panel
        {
            Title = $"mode {mode + 1}",
            X = Axis.Linear("flow time $t$"),
            Y = Axis.Linear($"cosine $\\varepsilon_{{i{mode + 1}}}$").Between(-0.7, 1.05),
            Marks = [.. guides, .. measured, .. note],
        };
    }

    private static string Short(double value) => $"${value.ToString("F3", System.Globalization.CultureInfo.InvariantCulture)}$";
}
