using PluginLab.Experiments;
using PluginLab.Figures;

namespace PluginLab.Plugins.DegreeProduct.LearningRate;

/// <summary>Several modes at one learning rate, for depths 1, 2 and 3.</summary>
internal static class ModeFigure
{
    private const double MarginOfAxis = 1.05;

    public static Figure Draw(IReadOnlyList<ModeRuns> networks)
    {
        string modes = string.Join(", ", networks[0].Modes.Select(NumberText.Of));
        string fraction = NumberText.Of(networks[0].Curve.LearningRateFraction);
        return new Figure
        {
            Id = "multimode",
            Title = "Strengths of the modes step by step, depth by depth",
            Subtitle = $"descent (solid) and flow (dashed); modes $s = {modes}$; $η = 2κ/(L s_1^{{2-2/L}})$ with $κ = {fraction}$, all modes from $ε = {NumberText.Of(networks[0].InitialStrength)}$",
            Caption = $"Strength of each mode after so many steps of gradient descent (solid) and under the flow after as much time (dashed), for linear networks of depth $L = {string.Join(", ", networks.Select(network => network.Depth))}$.",
            AltText = $"Three panels for depths 1, 2 and 3: relative strengths of the modes {modes} against the number of steps on a logarithmic scale. All rise to 1, together at depth 1, one after another at depths 2 and 3.",
            Size = new FigureSize(1180, 400),
            Columns = networks.Count,
            Shared = SharedParts.Legend,
            Panels = [.. networks.Select(Course)],
            ClaimIds =
            [
                .. networks.Select(network => $"note1-32-approach-ratio-{network.Depth}"),
                .. networks.Where(network => network.Depth > 1).Select(network => $"note1-32-growth-ratio-{network.Depth}"),
            ],
            Findings =
            [
                new() { Caption = "With one layer all modes are learned together, and their lines coincide.", ClaimIds = ["note1-32-approach-ratio-1"] },
                new()
                {
                    Title = "From two layers on, the learning rate that the largest mode allows favours large modes",
                    Caption = "From two layers on mode $i$ takes $(s_1/s_i)^{2-2/L}$ times as many steps in the second phase, held to 2 % at $κ = 0.01$; "
                        + "at $κ = 1/2$ mode 1 converges faster than any power, so that the ratio there is larger.",
                    ClaimIds = [.. networks.Where(network => network.Depth > 1).Select(network => $"note1-32-approach-ratio-{network.Depth}")],
                },
                new()
                {
                    Title = "From two layers on, the learning rate that the largest mode allows lets large modes grow first",
                    Caption = "In the first phase it takes about $s_1/s_i$ times as many.",
                    ClaimIds = [.. networks.Where(network => network.Depth > 1).Select(network => $"note1-32-growth-ratio-{network.Depth}")],
                },
            ],
        };
    }

    private static Panel Course(ModeRuns network) => new()
    {
        Title = $"Depth $L = {network.Depth}$",
        X = Axis.Logarithmic("step"),
        Y = Axis.Linear("strength $u_i/s_i$").Between(0, MarginOfAxis * Math.Max(1, network.Curve.Strengths.Max(strengths => strengths.Where(double.IsFinite).DefaultIfEmpty(0).Max()))),
        Legend = LegendPlacement.Right,
        Marks =
        [
            .. network.Modes.Select((mode, i) => new Line
            {
                Id = $"depth-{network.Depth}-mode-{i + 1}",
                Label = $"$s_{i + 1} = {NumberText.Of(mode)}$",
                Color = i,
                X = network.Curve.Steps,
                Y = network.Curve.Strengths[i],
            }),
            .. network.Modes.Select((_, i) => new Line
            {
                Id = $"depth-{network.Depth}-flow-{i + 1}",
                Role = MarkRole.Theory,
                Color = i,
                X = network.Curve.Steps,
                Y = [.. network.Curve.Flow[i].Take(network.Curve.Steps.Count)],
            }),
        ],
    };
}
