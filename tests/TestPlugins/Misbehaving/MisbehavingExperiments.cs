using System;
using System.Collections.Generic;
using PluginLab.Experiments;
using PluginLab.Figures;

namespace TestPlugins;

internal abstract class Misbehaving(string id) : IExperiment
{
    public static readonly Parameter<double> Target = Parameter.Real("target", "Target s.", 1, 0, 2);

    public ExperimentInfo Info { get; } = new() { Id = id, Title = "Misbehaving", Question = "What goes wrong?", Parameters = [Target] };

    public abstract ExperimentResult Run(ExperimentContext context);

    protected static Claim Claim(string id, string source) => new()
    {
        Id = id,
        Statement = "One is one.",
        Source = source,
        Predicted = 1,
        Measured = 1,
        Uncertainty = 0,
        Bound = Bound.Within(1, 0),
        Expected = Verdict.Supported,
    };
}

internal sealed class ChangesEveryRun() : Misbehaving("changes-every-run")
{
    private int runs;

    public override ExperimentResult Run(ExperimentContext context) => new() { Metrics = [new Metric("runs", "Runs so far.", ++runs)] };
}

internal sealed class FailsAtTheBoundary() : Misbehaving("fails-at-the-boundary")
{
    public override ExperimentResult Run(ExperimentContext context) =>
        context.Get(Target) < 2 ? new() : throw new InvalidOperationException("Two is too much.");
}

internal sealed class BadClaims() : Misbehaving("bad-claims")
{
    public override ExperimentResult Run(ExperimentContext context) => new() { Claims = [Claim("one", "Arithmetic"), Claim("one", "Arithmetic"), Claim("two", "")] };
}

internal sealed class BadFigure() : Misbehaving("bad-figure")
{
    public override ExperimentResult Run(ExperimentContext context) => new()
    {
        Figures =
        [
            new Figure
            {
                Id = "lopsided",
                Title = "Lopsided",
                Caption = "It has more abscissae than ordinates.",
                AltText = "A line.",
                Panels = [new Panel { X = Axis.Linear("x"), Y = Axis.Linear("y"), Marks = [new Line { Id = "line", X = [0, 1, 2], Y = [0, 1] }] }],
            },
        ],
    };
}
