using PluginLab.Extensibility;
using PluginLab.Figures;
using PluginLab.Host.Extensibility.Loading;

namespace PluginLab.Host.Extensibility.Checking;

/// <summary>Holds a renderer to its contract: it draws a line, twice with the same bytes.</summary>
internal static class RendererCheck
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
    public static void Check(Component<IFigureRenderer> component, CheckDiagnoses diagnoses)
    {
        string name = $"renderer '{component.Id}'";
        if (ParameterTrials.Of(name, component.Parameters, component.Constraints, diagnoses) is not [{ Values: { } defaults }, ..])
        {
            return;
        }

        (byte[][]? drawings, PluginFault? fault) = PluginCode.Run(() => Draw(component.Create(defaults)));
        if (fault is not null)
        {
            diagnoses.Error(CheckCode.Threw, name, $"it fails on a figure with one line: {fault.Reason}");
        }
        else if (drawings![0].Length == 0 || !drawings[0].AsSpan().SequenceEqual(drawings[1]))
        {
            diagnoses.Error(CheckCode.Renderers, name, "the same figure twice gives other bytes, or none.");
        }
    }

    private static byte[][] Draw(IFigureRenderer renderer) =>
        [renderer.Render(Example, new RenderOptions()).Content.ToArray(), renderer.Render(Example, new RenderOptions()).Content.ToArray()];
}
