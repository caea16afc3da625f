using PluginLab.Figures;

namespace PluginLab.Host.Tests.Figures;

/// <summary>Small figures.</summary>
internal static class SampleFigures
{
    /// <summary>A figure of one line with the given ordinates over 0, 1, ….</summary>
    public static Figure Line(string id, params double[] ordinates) =>
        With(new Line { Id = "measured", Label = "measured", X = [.. Enumerable.Range(0, ordinates.Length).Select(i => (double)i)], Y = ordinates }) with { Id = id };

    /// <summary>A figure of one panel with the given marks.</summary>
    public static Figure With(params Mark[] marks) => new()
    {
        Id = "sample",
        Title = "A sample",
        Caption = "It falls.",
        AltText = "A line.",
        Panels = [new Panel { X = Axis.Linear("time $t$"), Y = Axis.Linear("$x$"), Marks = marks }],
    };
}
