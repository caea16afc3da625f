using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.Numerics.Fitting;
using PluginLab.Numerics.Observables;

public sealed class TanhSweep : IExperiment
{
    private const int Count = 10_000;
    private const int SmallCount = Count * 2 / 5;
    private static readonly double[] Targets = [.. Enumerable.Range(0, Count).Select(i => PortableMath.Pow(10, -4 + 5.0 * i / Count))];
    private static readonly BalancedTanh[] Theory = [.. Targets.Select(target => new BalancedTanh(target))];
    private static readonly double[] HalfTimes = [.. Theory.Select(flow => flow.TimeBetween(flow.Target / 100, flow.Target / 2))];

    public ExperimentInfo Info { get; } = new() { Id = "tanh-sweep", Title = "A sweep of tanh products", Question = "How long does $a \\tanh w$ take to learn a target?" };

    public ExperimentResult Run(ExperimentContext context)
    {
        Ensemble ensemble = new Ensemble(TanhProduct.Flow(1), Targets.SelectMany(target => BalancedTanh.StateAt(target / 100)), 0, 1)
            .WithParameters(Targets)
            .WithEndTimes(HalfTimes.Zip(Theory, (time, flow) => time + 30 / flow.Sharpness))
            .WithEvent(EnsembleEvent.Crossing("half", TanhProduct.Output, Targets.Select(target => target / 2)));
        EnsembleSolution solution = context.Solve(ensemble, new() { Progress = context.Progress });

        int completed = solution.CountOf(SolveOutcome.Completed);
        IReadOnlyList<double> times = solution.EventTimes("half");
        var fit = completed == Count ? PowerLawFit.Of(Targets[..SmallCount], [.. times.Take(SmallCount)]) : null;
        return new()
        {
            Claims =
            [
                Near("half-time", "Half the target is reached at the time of the closed form: the largest quotient of both.", 1, FarthestFromOne(times.Zip(HalfTimes, (time, exact) => time / exact)), 0, 1e-5),
                Near("sharpness", "The sharpness of a minimum is $1 - 1/\\cosh^4 w$: the largest quotient of both.", 1, FarthestFromOne(SharpnessQuotients(context, solution)), 0, 1e-5),
                Near("prefactor", "Small targets $s$ take the time $\\log(99)/(2s)$.", Math.Log(99) / 2, fit?.Prefactor ?? double.NaN, fit?.PrefactorInterval(FitUncertainty.Window).HalfWidth ?? double.NaN, 0.02),
            ],
            Metrics = [new("valley-bend", "Hessian times the direction of the valley of minima, largest component: 0 but for errors.", BendOfValley(context, solution, Count - 1))],
            Figures = fit is null ? [] : [Draw(times, fit)],
            Notes = fit is null ? [$"{Count - completed} of {Count} trajectories did not come to their end."] : [],
        };
    }

    private static IEnumerable<double> SharpnessQuotients(ExperimentContext context, EnsembleSolution solution)
    {
        for (int i = 0; i < Count; i += 100)
        {
            Sharpness sharpness = Sharpness.At(context.Create(TanhProduct.Flow(Targets[i])), solution.FinalState(i));
            yield return solution.IsSuccessful(i) ? sharpness.Value / Theory[i].Sharpness : double.NaN;
        }
    }

    private static double BendOfValley(ExperimentContext context, EnsembleSolution solution, int trajectory)
    {
        ReadOnlySpan<double> minimum = solution.FinalState(trajectory);
        double tanh = Targets[trajectory] / minimum[0];
        double[] product = new double[2];
        HessianVectorProduct.Of(context.Create(TanhProduct.Flow(Targets[trajectory]))).Evaluate(minimum, [minimum[0] * (1 - tanh * tanh), -tanh], product);
        return product.Max(Math.Abs);
    }

    private static double FarthestFromOne(IEnumerable<double> values) => values.Aggregate(1.0, (far, x) => double.IsNaN(x) || Math.Abs(x - 1) > Math.Abs(far - 1) ? x : far);

    private static Claim Near(string id, string statement, double predicted, double measured, double uncertainty, double tolerance) => new()
    {
        Id = id, Statement = statement, Source = "Example", Predicted = predicted, Measured = measured, Uncertainty = uncertainty,
        Bound = Bound.Near(predicted, tolerance), Expected = Verdict.Supported, Control = Control.ScaledRightHandSide(1.1),
    };

    private static Figure Draw(IReadOnlyList<double> times, PowerLawFit fit)
    {
        ConfidenceInterval interval = fit.ExponentInterval(FitUncertainty.Window);
        Line line = new() { Id = "measured", Label = "ensemble", X = Targets, Y = times };
        FitLine power = new()
        {
            Id = "fit", Label = "power law", Role = MarkRole.Fit, Slope = fit.Exponent, SlopeUncertainty = interval.HalfWidth, Confidence = interval.Level,
            Intercept = fit.Line.Intercept, Range = new(fit.Window.Lower, fit.Window.Upper),
        };
        Panel panel = new() { X = Axis.Logarithmic("target $s$"), Y = Axis.Logarithmic("time to half the target"), Marks = [line, power] };
        return new() { Id = "half-time", Title = "Small targets take a time $∝ 1/s$", Caption = $"{Count} targets, one trajectory each.", AltText = "A falling line.", Panels = [panel] };
    }
}
