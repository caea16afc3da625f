using System.Text;
using System.Text.Json;
using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Host.Cli.Runs;
using PluginLab.Host.Execution;
using PluginLab.Host.Planning;
using PluginLab.Host.Reporting;
using PluginLab.Numerics.Integration;

namespace PluginLab.Host.Tests.Execution.Invariants;

/// <summary>From a run to what its reports say of invariants.</summary>
internal sealed class MonitoredRunTests
{
    private static readonly InitialValueProblem Swing = new(Oscillator.System, [1, 0], 0, 20);

    [Test]
    public void A_report_holds_the_drift_of_every_solve_of_the_run_in_JSON()
    {
        RunRecord record = Run(StepIntegrators.RungeKutta4(0.5), StepIntegrators.GradientDescent(0.1));

        JsonElement[] invariants = [.. JsonElement.Parse(Encoding.UTF8.GetString(RunReportJson.Create(record, RunReports.Create(record)))).GetProperty("invariants").EnumerateArray()];

        Assert.That(invariants.Select(invariant => invariant.GetProperty("errorControl").GetString()), Is.EqualTo(["constant-step", "training"]));
        Assert.That(
            invariants[0].EnumerateObject().Select(member => member.Name),
            Is.EqualTo(["name", "description", "kind", "system", "errorControl", "solves", "drift", "scale", "allowed", "shareOfAllowed", "isLarge", "time", "dimension", "integrator"]));
        Assert.That(invariants[0].GetProperty("isLarge").GetBoolean(), Is.True);
        Assert.That(invariants[0].GetProperty("allowed").GetDouble(), Is.EqualTo(1e-4 * invariants[0].GetProperty("scale").GetDouble()));
        Assert.That(invariants[1].TryGetProperty("isLarge", out _), Is.False, "training is not judged");
    }

    [Test]
    public void A_large_drift_is_a_warning_of_one_line()
    {
        string text = Findings(Run(StepIntegrators.RungeKutta4(0.5), StepIntegrators.GradientDescent(0.1)));

        Assert.That(text, Does.Match(@"^\nwarning: swing: energy of parametric system drifts by 0\.00\d+ by time 20, where accuracy explains 0\.00005 \(Runge–Kutta 4, step 0\.5\)\n$"));
    }

    [Test]
    public void Small_drifts_and_training_are_no_finding() =>
        Assert.That(Findings(Run(StepIntegrators.DormandPrince5(1e-9, 1e-12), StepIntegrators.GradientDescent(0.1))), Is.Empty);

    [Test]
    public void What_was_solved_before_a_run_failed_is_reported()
    {
        PlannedRun run = PlannedRuns.Of("swing", context =>
        {
            _ = context.SolveWith(StepIntegrators.DormandPrince5(1e-9, 1e-12), Swing, SaveAt.End);
            throw new InvalidOperationException("It broke.");
        });

        Assert.That(new ExperimentRunner(TimeProvider.System).Run(run, new Progress<double>(), CancellationToken.None).Invariants, Has.Count.EqualTo(1));
    }

    private static RunRecord Run(params IIntegrator[] integrators)
    {
        PlannedRun run = PlannedRuns.Of("swing", context =>
        {
            foreach (IIntegrator integrator in integrators)
            {
                _ = context.SolveWith(integrator, Swing, SaveAt.EveryStep);
            }

            return new ExperimentResult();
        });
        return new ExperimentRunner(TimeProvider.System).Run(run, new Progress<double>(), CancellationToken.None);
    }

    private static string Findings(RunRecord record)
    {
        using StringWriter writer = new() { NewLine = "\n" };
        RunFindings.Write(writer, record);
        return writer.ToString();
    }
}
