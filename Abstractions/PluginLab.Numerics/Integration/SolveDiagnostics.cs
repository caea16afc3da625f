using System.Globalization;
using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Integration;

/// <summary>The sentences that say how a solve ended and what would mend it.</summary>
/// <param name="methodName">Name of the method, which begins each sentence.</param>
/// <param name="controller">Knows the remedies.</param>
internal sealed class SolveDiagnostics(string methodName, IStepSizeController controller)
{
    private const string StabilityBound = "Most steps were stability bound";
    private const string StiffRemedy = "try runge-kutta-chebyshev-2";
    private readonly ControllerDescription remedies = controller.Description;

    public string Completed(double time, SolveStatistics work, bool isStabilityBound) =>
        $"{methodName} reached t = {Short(time)} after {Steps(work)}." + (isStabilityBound ? $" {StabilityBound}: {StiffRemedy}." : "");

    public string StoppedBy(LocatedEvent stop, SolveStatistics work) =>
        $"{methodName} stopped at t = {Short(stop.Time)} after {Steps(work)}: the event '{stop.Name}' happened there.";

    public string MaxStepsReached(double time, double endTime, SolveStatistics work, bool isStabilityBound)
    {
        string remedy = isStabilityBound ? $"{StabilityBound}: {StiffRemedy}, or raise maximum-steps." : $"Raise maximum-steps or {remedies.FasterRemedy}.";
        return $"{Stopped(time, work)} maximum-steps was reached before t = {Short(endTime)}. {remedy}";
    }

    public string StepSizeUnderflow(double time, double stepSize, SolveStatistics work)
    {
        string remedy = controller.Tolerance is null
            ? $"To go on from such a time, {remedies.FasterRemedy}."
            : "The solution probably blows up there, or its right-hand side jumps: end the interval earlier.";
        return $"{Stopped(time, work)} the step size {Short(Math.Abs(stepSize))} is below what the time can resolve. {remedy}";
    }

    public string NonFiniteStart(double time, int component) =>
        $"{methodName} could not leave t = {Short(time)}: component {component} of the right-hand side is NaN or infinite there. "
        + "Start elsewhere or mend the right-hand side.";

    public string NonFiniteStep(double time, SolveStatistics work) => controller.Tolerance is null
        ? $"{Stopped(time, work)} in the next step the state becomes NaN or infinite. The solution blows up, or the method is unstable: {remedies.SaferRemedy}, or end the interval earlier."
        : $"{Stopped(time, work)} the right-hand side is NaN or infinite after however small a step. End the interval earlier or mend the right-hand side.";

    public string Cancelled(double time, SolveStatistics work) =>
        $"{Stopped(time, work)} it was cancelled. Run it again for the rest.";

    private static string Steps(SolveStatistics work)
    {
        long attempts = work.AcceptedSteps + work.RejectedSteps;
        return string.Create(CultureInfo.InvariantCulture, $"{attempts} {(attempts == 1 ? "step" : "steps")}");
    }

    private static string Short(double value) =>
        NumberText.Of(double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    private string Stopped(double time, SolveStatistics work) => $"{methodName} stopped at t = {Short(time)} after {Steps(work)}:";
}
