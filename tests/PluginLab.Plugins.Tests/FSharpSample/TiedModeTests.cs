using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.Numerics.Integration;

namespace PluginLab.Plugins.Tests.FSharpSample;

internal sealed class TiedModeTests
{
    private const double EightDigits = 1e-8;
    private static readonly IExperiment Experiment = Plugins.FSharpSample.TiedMode.experiment;
    private static readonly IIntegrator Accurate = StepIntegrators.DormandPrince5(1e-9, 1e-12);
    private static readonly Parameter<double> Target = (Parameter<double>)Experiment.Info.Parameters[0];
    private static readonly Parameter<double> InitialStrength = (Parameter<double>)Experiment.Info.Parameters[1];

    private static readonly TestCaseData[] Values =
    [
        new(1.0, 1e-4),
        new(0.1, 1e-5),
        new(0.1, 0.0499),
        new(10.0, 1e-5),
        new(10.0, 1.0),
    ];

    [TestCaseSource(nameof(Values))]
    public void Claims_hold_over_the_range_of_parameters(double target, double start)
    {
        ExperimentResult result = Run(target, start, control: null);

        Assert.That(result.Claims.Select(claim => (claim.Id, claim.Verdict)), Is.EqualTo(
            [("note0-09-logistic", Verdict.Supported), ("note0-10-half-time", Verdict.Supported)]));
    }

    [TestCaseSource(nameof(Values))]
    public void Each_claim_is_refuted_under_its_control(double target, double start)
    {
        foreach (Claim claim in Run(target, start, control: null).Claims)
        {
            Claim broken = Run(target, start, claim.Control).Claims.Single(candidate => candidate.Id == claim.Id);
            Assert.That(broken.Verdict, Is.EqualTo(Verdict.Refuted), claim.Id);
        }
    }

    [TestCaseSource(nameof(Values))]
    public void The_FSharp_experiment_agrees_with_its_CSharp_twin(double target, double start)
    {
        ExperimentResult result = Run(target, start, control: null);
        (IReadOnlyList<double> strengths, double halfTime) = TiedModeTwin.Measure(target, start, Accurate);

        IReadOnlyList<double> drawn = ((Line)result.Figures[0].Panels[0].Marks[0]).Y;
        Assert.That(drawn, Is.EqualTo(strengths).Within(EightDigits * target));
        Assert.That(result.Metrics.Single().Value, Is.EqualTo(halfTime).Within(EightDigits * halfTime));
    }

    [Test]
    public void A_start_above_half_the_target_violates_the_constraint()
    {
        ParameterSet values = Parameters(target: 0.1, start: 0.06);

        Assert.That(Experiment.Info.Constraints.Single().FindViolation(values), Is.EqualTo("The initial strength must be below half the target."));
    }

    private static ExperimentResult Run(double target, double start, Control? control) => Experiment.Run(
        new ExperimentContext { Parameters = Parameters(target, start), Integrator = Accurate, Control = control });

    private static ParameterSet Parameters(double target, double start) => ParameterSet
        .Create(Experiment.Info.Parameters, parameter => ((Parameter<double>)parameter).Default)
        .With(Target, target)
        .With(InitialStrength, start);
}
