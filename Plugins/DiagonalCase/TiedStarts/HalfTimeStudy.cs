using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Networks;
using PluginLab.GradientFlows.Networks.ClosedForms;
using PluginLab.Numerics.Fitting;

namespace PluginLab.Plugins.DiagonalCase.TiedStarts;

/// <summary>How the half-time depends on the target: single tied modes over a range of targets, all from the same strength.</summary>
internal static class HalfTimeStudy
{
    private const double Smallest = 0.25;
    private const double Largest = 8;
    private const int Count = 161;
    private const string Half = "half";

    /// <summary>How many times the half-time a solve goes on: under a control that divides by the target it takes 8 times as long.</summary>
    private const double Patience = 10;

    public static ExperimentResult Run(ExperimentContext context, double initialStrength)
    {
        IReadOnlyList<double> targets = Spacing.Logarithmic(Smallest, Largest, Count);
        double[] predicted = [.. targets.Select(target => TiedMode.HalfTime(target, initialStrength))];
        IReadOnlyList<double> measured = Measure(context, targets, predicted, initialStrength);
        IReadOnlyList<double>? coarser = context.Coarsen() is { } coarse ? Measure(coarse, targets, predicted, initialStrength) : null;
        PowerLawFit? fit = new MeasuredSeries(measured, coarser).FitPowerLaw(targets);
        PowerLawFit exact = PowerLawFit.Of(targets, predicted);
        Claim exponent = Note0.Holds(
            "12-exponent",
            $"The rate of learning is proportional to $s$ but for a logarithm: between $s = {NumberText.Of(Smallest)}$ and ${NumberText.Of(Largest)}$ the half-time falls with the exponent fitted to $\\log(s/u_0 - 1)/(2s)$, which is $-1 + 1/\\log(s/u_0)$ at each $s$; uncertainty by the solver's error alone, as both fits share their window.",
            Note0.Speed,
            exact.Exponent,
            fit?.Exponent ?? double.NaN,
            Bound.Within(exact.Exponent, 1e-6),
            NetworkControls.NormalizedRate) with
        {
            Uncertainty = fit?.Line.SlopeBudget.Points ?? double.NaN,
        };
        return new ExperimentResult
        {
            Claims = [exponent, LocalExponents(targets, measured, initialStrength)],
            Figures = [HalfTimeFigure.Draw(targets, measured, predicted, initialStrength, fit)],
            Metrics = [new("half-time-exponent", "fitted exponent of the half-time in $s$", fit?.Exponent ?? double.NaN)],
        };
    }

    private static Claim LocalExponents(IReadOnlyList<double> targets, IReadOnlyList<double> measured, double initialStrength)
    {
        var local = LocalExponent.Of(targets, measured);
        return Note0.Deviates(
            "12-local-exponent",
            "At each $s$ the half-time falls with the exponent $-1 + 1/\\log(s/u_0)$; largest deviation between neighbouring targets.",
            Note0.Speed,
            local.X.Zip(local.Exponents, (target, slope) => slope + 1 - (1 / Math.Log(target / initialStrength))),
            tolerance: 1e-3,
            NetworkControls.NormalizedRate);
    }

    private static IReadOnlyList<double> Measure(ExperimentContext context, IReadOnlyList<double> targets, IReadOnlyList<double> predicted, double initialStrength)
    {
        var network = new LinearNetwork(Matrix.Diagonal([1]), [1, 1, 1]);
        Ensemble ensemble = new Ensemble(network, Enumerable.Repeat(Math.Sqrt(initialStrength), 2 * targets.Count), 0, 0)
            .WithParameters(targets)
            .WithEndTimes(predicted.Select(time => Patience * time))
            .WithEvent(EnsembleEvent.Stop(Half, StateFormula.Create(new Strength()), targets.Select(target => target / 2)));
        return context.Solve(ensemble, EnsembleOutput.FinalStates).EventTimes(Half);
    }

    /// <summary>u = W_1 W_2 of a single mode.</summary>
    private readonly struct Strength : IStateFormula
    {
        public TScalar Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters)
            where TScalar : unmanaged, IScalar<TScalar> => state[0] * state[1];
    }
}
