using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.DeepLinearNetwork.Balanced;

/// <summary>Statement 26: from a balanced aligned start every mode of a network of any depth and width is a product of L weights.</summary>
internal static class AlignedClaims
{
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
            Statement = "From saddle to saddle: between the half-times of modes $k$ and $k + 1$ the loss rests at $\\sum_{i > k} s_i^2/2$ (the plateau farthest off).",
            Source = PlateauSource,
            Predicted = worst.Predicted,
            Measured = worst.Measured,
            Uncertainty = 0,
            Bound = Bound.Near(study.Plateaus.Count > 0 ? worst.Predicted : 0, AlignedStudy.PlateauTolerance),
            Expected = Verdict.Supported,
            NotApplicable = study.Plateaus.Count > 0 ? null : "By the closed forms no two modes are learned far enough apart for a plateau: it takes a smaller start, more depth or other singular values.",
            Control = Controls.MuchLargerTarget,
        };
    }

    private static double LeastStep(IEnumerable<double> times)
    {
        double[] copy = [.. times];
        return copy.Zip(copy.Skip(1), (earlier, later) => later / earlier).Min();
    }
}
