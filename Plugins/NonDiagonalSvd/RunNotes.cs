using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.Plugins.NonDiagonalSvd.Learning;
using PluginLab.Plugins.NonDiagonalSvd.Modes;
using PluginLab.Plugins.NonDiagonalSvd.Targets;

namespace PluginLab.Plugins.NonDiagonalSvd;

/// <summary>What a reader should know of a run besides its claims: the choices it made.</summary>
internal static class RunNotes
{
    public static IReadOnlyList<string> Of(LearningRun run) =>
    [
        .. run.Task.Samples is { } samples ? OfData(samples) : [],
        .. OfBlocks(run.Basis),
        .. OfUnpredictable(run),
    ];

    private static IEnumerable<string> OfData(Samples samples)
    {
        yield return $"Data: {Wording.Name(samples.Source)}, {NumberText.Of(samples.GivenInputs.Rows)} rows, "
            + (samples.IsCentered ? "inputs and outputs centred" : "not centred") + ", inputs whitened so that $X^\\top X = I$ as a sum over the rows.";
        yield return samples.Whitened.DroppedDirections == 0
            ? "The inputs have full rank: whitened by $(X^\\top X)^{-1/2}$, so that every coordinate stays nearest to its own input."
            : $"The inputs do not vary along {NumberText.Of(samples.Whitened.DroppedDirections)} of {NumberText.Of(samples.InputNames.Count)} directions: those are dropped, and the coordinates are the {NumberText.Of(samples.Whitened.Target.Rows)} principal directions that are left.";
    }

    private static IEnumerable<string> OfBlocks(SingularBasis basis) => basis.Blocks.Where(block => block.Count > 1).Select(block =>
        $"The singular value {Wording.Number(basis.Values[block.First])} is repeated {NumberText.Of(block.Count)} times: its modes are one block, whose singular vectors are turned so that this start learns them independently.");

    private static IEnumerable<string> OfUnpredictable(LearningRun run)
    {
        IReadOnlyList<int> predictable = ModeClaims.Predictable(run);
        string[] others = [.. Enumerable.Range(0, run.ModeCount).Where(mode => !predictable.Contains(mode)).Select(mode =>
            run.Prediction.Times[mode] > run.EndTime || mode >= run.LearnableCount
                ? $"mode {NumberText.Of(mode + 1)} (not learned within the run)"
                : $"mode {NumberText.Of(mode + 1)} (own error of the formula {Wording.Number(run.Prediction.FormulaErrors[mode])})")];
        return others.Length == 0 ? [] : [$"The half-time formula is not tested on {Enumeration.Of(others)}: it assumes a small start and modes that are learned one after another."];
    }
}
