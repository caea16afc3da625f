// How long does a product of three weights wait before it grows? Simulates 21 starts, fits a power law and draws both.
#:project ../../../Abstractions/PluginLab.Numerics
#:project ../../../Host/PluginLab.Rendering
using PluginLab.Dynamics;
using PluginLab.Figures;
using PluginLab.Numerics.Fitting;
using PluginLab.Numerics.Integration;
using PluginLab.Rendering;

IDynamicsSystem product = DynamicsSystem.FromFunction(1, (_, u) => [3 * (1 - u[0]) * Math.Pow(u[0], 4.0 / 3)]);

double WaitFrom(double start)
{
    InitialValueProblem problem = new InitialValueProblem(product, [start], 0, 1e4).WithEvent(EventFunction.Stop("half", (_, u) => u[0], 0.5));
    Solution solution = StepIntegrators.DormandPrince5(1e-9, 1e-12).Integrate(problem, SaveAt.End, CancellationToken.None);
    return solution.IsSuccessful ? solution.EventTime("half") : throw new IntegrationFailedException(solution.Outcome, solution.Diagnostic);
}

double[] starts = [.. Enumerable.Range(0, 21).Select(i => Math.Pow(10, -8 + (i / 5.0)))];
double[] times = [.. starts.Select(WaitFrom)];
PowerLawFit fit = PowerLawFit.Of(starts, times);
ConfidenceInterval interval = fit.ExponentInterval(FitUncertainty.Window);
Console.WriteLine($"time ~ start^({fit.Exponent:F4} ± {interval.HalfWidth:F4})");

Scatter simulated = new() { Id = "simulated", Label = "simulated", X = starts, Y = times };
FitLine power = new()
{
    Id = "fit", Label = "power law", Role = MarkRole.Fit, Slope = fit.Exponent, SlopeUncertainty = interval.HalfWidth,
    Confidence = interval.Level, Intercept = fit.Line.Intercept, Range = new Limits(fit.Window.Lower, fit.Window.Upper),
};
Panel panel = new() { X = Axis.Logarithmic("start $u_0$"), Y = Axis.Logarithmic("time to half the target"), Marks = [simulated, power] };
Figure figure = new() { Id = "wait", Title = "Small products wait", Caption = "Small products wait", AltText = "Small products wait", Panels = [panel] };
File.WriteAllBytes("wait.svg", new SvgRenderer().Render(figure, new RenderOptions()).Content.ToArray());
