using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;
using PluginLab.Figures;
using PluginLab.Host.Extensibility;

namespace PluginLab.Host.Tests;

/// <summary>A registry of small components, made without loading a plugin.</summary>
internal static class Samples
{
    /// <summary>A list of reals.</summary>
    public static Parameter<IReadOnlyList<double>> Targets { get; } = Parameter.Reals("targets", "Targets.", [1, 2], -100, 100);

    /// <summary>A positive real.</summary>
    public static Parameter<double> EndTime { get; } = Parameter.PositiveReal("end-time", "End.", 10, double.PositiveInfinity);

    /// <summary>A whole number.</summary>
    public static Parameter<int> HiddenWidth { get; } = Parameter.WholeNumber("hidden-width", "Width.", 3, 1, 64);

    /// <summary>A matrix.</summary>
    public static Parameter<Matrix> Coupling { get; } = Parameter.Matrix("coupling", "Coupling.", Matrix.Diagonal([1, 1]));

    /// <summary>One of a few texts.</summary>
    public static Parameter<string> Mode { get; } = Parameter.Choice("mode", "Mode.", "free", ["free", "tied"]);

    /// <summary>A text.</summary>
    public static Parameter<string> Label { get; } = Parameter.Text("label", "Label.", "plain");

    /// <summary>A table.</summary>
    public static Parameter<Table> Data { get; } = Parameter.Table("data", "Table.");

    /// <summary>An experiment that takes a parameter of every kind.</summary>
    public static IExperiment Sample { get; } = new FunctionExperiment(
        new ExperimentInfo
        {
            Id = "sample",
            Title = "Sample",
            Question = "Does it run?",
            Parameters = [Targets, EndTime, HiddenWidth, Coupling, Mode, Label, Data],
            Constraints = [Constraint.Require("end-time must be at least hidden-width.", values => values.Get(EndTime) >= values.Get(HiddenWidth))],
        },
        _ => new ExperimentResult());

    /// <summary>An experiment with a parameter that must be given.</summary>
    public static IExperiment Demanding { get; } = new FunctionExperiment(
        new ExperimentInfo { Id = "demanding", Title = "Demanding", Question = "?", Parameters = [Parameter.Text("purpose", "Purpose.", "none").Required()] },
        _ => new ExperimentResult());

    /// <summary>What came of loading these samples.</summary>
    public static PluginLoadReport Report { get; } = Loaded(Sample, Demanding);

    /// <summary>What came of loading the given experiments, with an integrator and a renderer.</summary>
    public static PluginLoadReport Loaded(params IExperiment[] experiments) => new(
        new ComponentRegistry(
            experiments.Select(experiment => new Registered<IExperiment>(experiment.Info.Id, "Samples", experiment)),
            [],
            [Integrator("dormand-prince-5"), Integrator("runge-kutta-4")],
            [Renderer("svg"), Renderer("names")]),
        []);

    private static Registered<Component<IFigureRenderer>> Renderer(string id) =>
        new(id, "Samples", new Component<IFigureRenderer> { Id = id, Description = "Draws.", Create = _ => new NameRenderer() });

    private static Registered<Component<IIntegrator>> Integrator(string id)
    {
        Parameter<double> tolerance = Parameter.PositiveReal("relative-tolerance", "Tolerance.", 1e-9, 1);
        return new(id, "Samples", new Component<IIntegrator>
        {
            Id = id,
            Description = "Stands still.",
            Parameters = [tolerance],
            Create = values => new StandingIntegrator($"{id} {NumberText.Of(values.Get(tolerance))}"),
        });
    }

    /// <summary>An experiment made of a function.</summary>
    public sealed class FunctionExperiment(ExperimentInfo info, Func<ExperimentContext, ExperimentResult> run) : IExperiment
    {
        public ExperimentInfo Info => info;

        public ExperimentResult Run(ExperimentContext context) => run(context);
    }

    private sealed class StandingIntegrator(string name) : IIntegrator
    {
        public string Name => name;

        public Solution Integrate(InitialValueProblem problem, SaveAt saveAt, CancellationToken cancellationToken) => new()
        {
            Outcome = SolveOutcome.Completed,
            Diagnostic = "It stood still.",
            PartialTrajectory = new Trajectory([problem.EndTime], [problem.InitialState.ToArray()]),
            Statistics = new SolveStatistics(1, 2, 3),
        };
    }

    private sealed class NameRenderer : IFigureRenderer
    {
        public string Name => "names only";

        public RenderedFigure Render(Figure figure, RenderOptions options) => new()
        {
            Content = System.Text.Encoding.UTF8.GetBytes(figure.Id),
            MediaType = "text/plain",
            FileExtension = ".txt",
            Layout = new LayoutReport { Size = figure.Size, Panels = [], Texts = [], Passes = 1 },
        };
    }
}
