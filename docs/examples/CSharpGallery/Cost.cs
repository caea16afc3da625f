using PluginLab.Dynamics;
using PluginLab.Figures;
using PluginLab.Numerics.Integration;

public static class Cost
{
    private static readonly (string Name, Func<double, IIntegrator> Create)[] Methods =
    [
        ("Dormand–Prince 5", tolerance => StepIntegrators.DormandPrince5(tolerance, tolerance / 100)),
        ("Dormand–Prince 8", tolerance => StepIntegrators.DormandPrince8(new(new(tolerance, tolerance / 100)))),
        ("Chebyshev 2", tolerance => StepIntegrators.RungeKuttaChebyshev2(new(new(tolerance, tolerance / 100)))),
    ];

    public static Figure Create() => new()
    {
        Id = "category", Title = "High order pays off at tight tolerances",
        Caption = "Evaluations of the right-hand side that each method takes from (2, 0.1) to the minimum of $(1 - w_1 w_2)^2/2$, at two relative tolerances.",
        AltText = "Two points for each of three methods.",
        Panels =
        [
            new()
            {
                X = Axis.Category("method", [.. Methods.Select(method => method.Name)]), Y = Axis.Logarithmic("evaluations"), Legend = LegendPlacement.Inside,
                Marks = [Evaluations("loose", "tolerance $10^{-4}$", 1e-4), Evaluations("tight", "tolerance $10^{-10}$", 1e-10)],
            },
        ],
    };

    private static Scatter Evaluations(string id, string label, double tolerance)
    {
        InitialValueProblem problem = new(DynamicsSystem.FromFunction(2, (_, w) => Flows.Product(1, w)), [2, 0.1], 0, 10);
        return new() { Id = id, Label = label, X = [1, 2, 3], Y = [.. Methods.Select(method => (double)method.Create(tolerance).Integrate(problem, SaveAt.End, CancellationToken.None).Statistics.DerivativeEvaluations)] };
    }
}
