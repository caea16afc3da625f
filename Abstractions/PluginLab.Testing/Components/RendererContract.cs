using PluginLab.Extensibility;
using PluginLab.Figures;

namespace PluginLab.Testing.Components;

/// <summary>What holds for a renderer: it draws a line, twice with the same bytes.</summary>
internal static class RendererContract
{
    private static readonly Figure Example = new()
    {
        Id = "example",
        Title = "A line",
        Caption = "It rises.",
        AltText = "A rising line.",
        Panels = [new Panel { X = Axis.Linear("$x$"), Y = Axis.Linear("$y$"), Marks = [new Line { Id = "line", X = [0, 1], Y = [0, 1] }] }],
    };

    /// <summary>Checks one renderer, made from its defaults.</summary>
    public static void Check(Component<IFigureRenderer> component, FaultList faults)
    {
        if (ParameterTrial.Of(component.Parameters, component.Constraints).Report(faults) is not [{ } defaults, ..])
        {
            return;
        }

        Attempt<byte[][]> drawings = Attempt.At(() => Draw(component.Create(defaults.Values)));
        if (drawings.Failure is not null)
        {
            faults.Error(ContractCode.Threw, $"it fails on a figure with one line: {drawings.Failure}");
        }
        else if (drawings.Value![0].Length == 0 || !drawings.Value[0].AsSpan().SequenceEqual(drawings.Value[1]))
        {
            faults.Error(ContractCode.Renderers, "the same figure twice gives other bytes, or none.");
        }
    }

    private static byte[][] Draw(IFigureRenderer renderer) =>
        [renderer.Render(Example, new RenderOptions()).Content.ToArray(), renderer.Render(Example, new RenderOptions()).Content.ToArray()];
}
