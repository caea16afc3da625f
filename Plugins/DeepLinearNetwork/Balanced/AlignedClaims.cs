using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.DeepLinearNetwork.Balanced;

/// <summary>Statement 26: from a balanced aligned start every mode of a network of any depth and width is a product of L weights.</summary>
internal static class AlignedClaims
{
    /// <summary>How far, relative, a loss may be from that of the closed forms.</summary>
    private const double PlateauTolerance = 1e-4;

    private const string Source = "Note 1, introduction, statement 26 (networks of any width)";
    private const string PlateauSource = "Saxe, McClelland and Ganguli, ICLR 2014, section 'Exact solutions': stage-like transitions; times by note 1, 'General case'";
    private const double LeastQuotient = 1.02;

    public static IEnumerable<Claim> Of(AlignedStudy study) => [Modes(study), Times(study), Order(study), Plateaus(study)];

    private static Claim Modes(AlignedStudy study) => new()
    {
        Id = "note1-26-balanced-modes",
        Statement = $"From a balanced aligned start of depth {NumberText.Of(study.Task.Depth)} every mode follows $u' = L(s - u)u^{{2-2/L}}$, whatever the hidden width (largest distance over $s$).",
        Source = Source,
        Predicted = 0,
        Measured = study.LargestError,
        Uncertainty = 0,
        Bound = Bound.AtMost(1e-6),
        Expected = Verdict.Supported,
        Control = Controls.Faster,
    };

    private static Claim Times(AlignedStudy study)
    {
        Comparison worst = Comparison.Worst(study.HalfTimes);
        return new Claim
        {
            Id = "note1-26-learning-times",
            Statement = "Mode $i$ is half learned at $[F_L(1/2) - F_L(ε/s_i)]/(L s_i^{2-2/L})$ (the mode farthest off).",
            Source = Source,
            Predicted = worst.Predicted,
            Measured = worst.Measured,
            Uncertainty = 0,
            Bound = Bound.Near(worst.Predicted, 1e-6),
            Expected = Verdict.Supported,
            Control = Controls.Faster,
        };
    }

    private static Claim Order(AlignedStudy study)
    {
        double predicted = study.TakeOffTimes.Count < 2 ? double.NaN : LeastStep(study.TakeOffTimes.Select(time => time.Predicted));
        return new Claim
        {
            Id = "learned-in-order",
            Statement = "Modes take off in the order of their singular values (least quotient of neighbouring times to one common strength).",
            Source = PlateauSource,
            Predicted = predicted,
            Measured = study.TakeOffTimes.Count < 2 ? double.NaN : LeastStep(study.TakeOffTimes.Select(time => time.Measured)),
            Uncertainty = 0,
            Bound = Bound.AtLeast(1),
            Expected = Verdict.Supported,
            NotApplicable = predicted >= LeastQuotient ? null : "There is one mode, or two have nearly the same time.",
            Control = Controls.ReversedSingularValues,
        };
    }

    private static Claim Plateaus(AlignedStudy study)
    {
        Comparison worst = Comparison.Worst(study.Plateaus.Select(plateau => plateau.Loss).DefaultIfEmpty(new(double.NaN, double.NaN)));
        return new Claim
        {
            Id = "plateaus",
            Statement = $"From saddle to saddle: midway between the half-times of modes $k$ and $k + 1$ the loss is as near to $\\sum_{{i > k}} s_i^2/2$ as the closed forms bring it{Nearest(study)} (measured over predicted loss, the plateau farthest off).",
            Source = PlateauSource,
            Predicted = 1,
            Measured = worst.Measured / worst.Predicted,
            Uncertainty = 0,
            Bound = Bound.Within(1, PlateauTolerance),
            Expected = Verdict.Supported,
            NotApplicable = study.Plateaus.Count > 0 ? null : "One mode only is learned, so that there is nothing between two.",
            Control = Controls.MuchLargerTarget,
        };
    }

    /// <summary>How near, relative, the closed forms bring the loss to a saddle.</summary>
    private static string Nearest(AlignedStudy study) => study.Plateaus.Count == 0 ? ""
        : $", here within {Rounded.Text(100 * study.Plateaus.Min(plateau => (plateau.Loss.Predicted / plateau.Level) - 1), 2)} % at the best";

    private static double LeastStep(IEnumerable<double> times)
    {
        double[] copy = [.. times];
        return copy.Zip(copy.Skip(1), (earlier, later) => later / earlier).Min();
    }
}
