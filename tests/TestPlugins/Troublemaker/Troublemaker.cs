using System;
using System.Collections.Generic;
using System.Globalization;
using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;
using PluginLab.Figures;

namespace TestPlugins;

/// <summary>Loads without a complaint; its experiments end in every way in which a run can end.</summary>
public sealed class TroublemakerPlugin : IPlugin
{
    private static readonly Parameter<double> Measured = Parameter.Real("measured", "What is measured.", 1, -10, 10);

    private static readonly Parameter<double> Uncertainty = Parameter.Real("uncertainty", "How uncertain it is.", 0, 0, 10);

    /// <summary>Gives the process a culture with decimal commas where a test asks for it, and shows that it took effect.</summary>
    public TroublemakerPlugin()
    {
        if (Environment.GetEnvironmentVariable("TROUBLEMAKER_WRITES_COMMAS") is not null)
        {
            CultureInfo culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NumberDecimalSeparator = ",";
            culture.NumberFormat.NegativeSign = "~";
            (CultureInfo.CurrentCulture, CultureInfo.DefaultThreadCurrentCulture) = (culture, culture);
            Console.Error.WriteLine($"here one half is {-0.5}");
        }
    }

    public PluginCatalog Catalog { get; } = new()
    {
        Experiments =
        [
            new Experiment("quick", Quick, Measured, Uncertainty),
            new Experiment("throws", _ => throw new InvalidOperationException("The dog ate the homework.")),
            new Experiment("diverges", context => Solve(context, (_, x) => [x[0] * x[0]], 2)),
            new Experiment("goes-far", context => Solve(context, (_, x) => [-x[0]], 1e9)),
            new Experiment("waits", Wait),
            new Experiment("prints", context => { Console.WriteLine("Look at me."); return Quick(context); }, Measured, Uncertainty),
            new Experiment("exits", _ => { Environment.Exit(0); return new ExperimentResult(); }),
            new Experiment("escapes", _ => throw new InvalidOperationException("\u001b[2J gone")),
            new Experiment("throws-aside", _ => ThrowAside()),
            new Experiment("sleeps", _ => { System.Threading.Thread.Sleep(System.Threading.Timeout.Infinite); return new ExperimentResult(); }),
            new Experiment("overflows", _ => new ExperimentResult { Notes = [$"{Depth(0)}"] }),
            new Experiment("fails-fast", _ => { Environment.FailFast("Nothing can be saved."); return new ExperimentResult(); }),
            new Experiment("forgets-await", _ => { ThrowLater(); System.Threading.Thread.Sleep(System.Threading.Timeout.Infinite); return new ExperimentResult(); }),
            new Experiment("loops", _ => { while (true) { } }),
            new Experiment("hoards", _ => Hoard()),
            new Experiment("draws", context => Quick(context) with { Figures = [Drawing("line", [new Line { Id = "line", Label = "$x$", X = [0, 1], Y = [0, double.NaN] }])], Notes = ["A note."] }, Measured, Uncertainty),
            new Experiment("draws-nothing", _ => new ExperimentResult { Figures = [Drawing("fine", [new Line { Id = "line", X = [0, 1], Y = [0, 1] }]), Drawing("empty", [])] }),
            new Experiment("draws-late", _ => new ExperimentResult { Figures = [Drawing("late", Throwing<Mark>())] }),
            new Experiment("returns-nothing", _ => null!),
            new Experiment("lists-nothing", _ => new ExperimentResult { Notes = [null!] }),
            new Experiment("lists-late", _ => new ExperimentResult { Notes = Throwing<string>() }),
            new Experiment("describes-nothing", _ => new ExperimentResult { Metrics = [new Metric("last", null!, 1)] }),
            new Experiment("finds-nothing", _ => new ExperimentResult { Figures = [Drawing("sure", [new Line { Id = "line", X = [0, 1], Y = [0, 1] }]) with { Findings = [new() { Title = "Sure.", ClaimIds = ["none"] }] }] }),
            new Experiment("climbs-out", _ => new ExperimentResult { Metrics = [new Metric("../../outside", "A name that is a path.", 1)] }),
        ],
        Renderers = [new Component<IFigureRenderer> { Id = "climber", Description = "Draws outside.", Create = _ => new Climber() }],
    };

    private static ExperimentResult Quick(ExperimentContext context)
    {
        Solution solution = context.Solve(new InitialValueProblem(DynamicsSystem.FromFunction(1, (_, x) => [-x[0]]), [1.0], 0, 1), SaveAt.End);
        double random = context.CreateRandom("noise").NextUniform();
        return new ExperimentResult
        {
            Claims =
            [
                new Claim
                {
                    Id = "one-is-one",
                    Statement = "One is one.",
                    Source = "Arithmetic",
                    Predicted = 1,
                    Measured = context.Get(Measured),
                    Uncertainty = context.Get(Uncertainty),
                    Bound = Bound.Within(1, 0.5),
                    Expected = Verdict.Supported,
                },
            ],
            Metrics = [new Metric("last", "Last state.", solution.Trajectory.LastState[0]), new Metric("random", "Random.", random), new Metric("nothing", "NaN.", double.NaN)],
        };
    }

    private static ExperimentResult Solve(ExperimentContext context, Func<double, double[], double[]> rightHandSide, double endTime)
    {
        InitialValueProblem problem = new(DynamicsSystem.FromFunction(1, rightHandSide), [1.0], 0, endTime);
        return new ExperimentResult { Metrics = [new Metric("last", "Last state.", context.Solve(problem, SaveAt.End).Trajectory.LastState[0])] };
    }

    private static ExperimentResult ThrowAside()
    {
        System.Threading.Thread aside = new(() => throw new InvalidOperationException("Nobody catches me."));
        aside.Start();
        System.Threading.Thread.Sleep(System.Threading.Timeout.Infinite);
        return new ExperimentResult();
    }

    private static int Depth(int depth) => Depth(depth + 1) + 1;

    private static async void ThrowLater()
    {
        await System.Threading.Tasks.Task.Yield();
        throw new InvalidOperationException("Nobody awaits me.");
    }

    private static ExperimentResult Hoard()
    {
        List<byte[]> all = [];
        while (true)
        {
            all.Add(new byte[1 << 20]);
        }
    }

    private static ExperimentResult Wait(ExperimentContext context)
    {
        Console.Error.WriteLine("waiting");
        context.CancellationToken.WaitHandle.WaitOne();
        context.CancellationToken.ThrowIfCancellationRequested();
        return new ExperimentResult();
    }

    private static Figure Drawing(string id, IReadOnlyList<Mark> marks) => new()
    {
        Id = id,
        Title = "Title",
        Caption = "Caption.",
        AltText = "A drawing.",
        Panels = [new Panel { X = Axis.Linear("x"), Y = Axis.Linear("y"), Marks = marks }],
    };

    private static IReadOnlyList<T> Throwing<T>() => new ThrowingList<T>();

    private sealed class ThrowingList<T> : IReadOnlyList<T>
    {
        public int Count => throw new InvalidOperationException("The list is lost.");

        public T this[int index] => throw new InvalidOperationException("The list is lost.");

        public IEnumerator<T> GetEnumerator() => throw new InvalidOperationException("The list is lost.");

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class Climber : IFigureRenderer
    {
        public string Name => "climber";

        public RenderedFigure Render(Figure figure, RenderOptions options) => new()
        {
            Content = new byte[] { 1 },
            MediaType = "text/plain",
            FileExtension = "/../../../../outside.txt",
            Layout = new LayoutReport { Size = FigureSize.OneColumn, Panels = [], Texts = [], Passes = 1 },
        };
    }

    private sealed class Experiment(string id, Func<ExperimentContext, ExperimentResult> run, params Parameter[] parameters) : IExperiment
    {
        public ExperimentInfo Info { get; } = new() { Id = id, Title = id, Question = "What happens?", Parameters = parameters };

        public ExperimentResult Run(ExperimentContext context) => run(context);
    }
}
