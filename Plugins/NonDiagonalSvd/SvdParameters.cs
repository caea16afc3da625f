using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks.ClosedForms;
using PluginLab.Plugins.NonDiagonalSvd.Modes;
using PluginLab.Plugins.NonDiagonalSvd.Targets;

namespace PluginLab.Plugins.NonDiagonalSvd;

/// <summary>What a run may set, and the rules across it.</summary>
internal static class SvdParameters
{
    private const int LargestModeCount = 12;
    private const double HalfTimeMargin = 1.5;

    public static Parameter<IReadOnlyList<double>> SingularValues { get; } = Parameter.Reals(
        "singular-values", "Singular values s_i of the target Σ = U S Vᵀ, in any order; without effect when data are given.", [4, 2, 1, 0.5], 0.05, 20);

    public static Parameter<int> HiddenWidth { get; } = Parameter.WholeNumber(
        "hidden-width", "Hidden width h.", 8, 1, 64);

    public static Parameter<double> InitialStandardDeviation { get; } = Parameter.Real(
        "initial-standard-deviation", "Standard deviation σ of the Gaussian start of every weight.", 1e-3, 1e-6, 0.1);

    public static Parameter<double> EndTime { get; } = Parameter.PositiveReal(
        "end-time", "Flow time T at which the runs on the target end.", 20, 200);

    public static Parameter<Table> Data { get; } = Parameter.Table(
        "data", "CSV file with inputs and outputs to learn, one row per datum; none: a random target with the given singular values.");

    public static Parameter<IReadOnlyList<string>> Inputs { get; } = Parameter.Texts(
        "inputs", "Names of the columns of the data that are inputs X.", []);

    public static Parameter<IReadOnlyList<string>> Outputs { get; } = Parameter.Texts(
        "outputs", "Names of the columns of the data that are outputs Y.", []);

    public static Parameter<bool> Center { get; } = Parameter.Flag(
        "center", "Whether the mean of each input and output column is subtracted first.", true);

    public static IReadOnlyList<Parameter> All { get; } =
        [SingularValues, HiddenWidth, InitialStandardDeviation, EndTime, Data, Inputs, Outputs, Center];

    public static IReadOnlyList<Constraint> Constraints { get; } =
    [
        Constraint.Require($"The list 'singular-values' has at most {LargestModeCount} entries.", values => values.Get(SingularValues).Count <= LargestModeCount),
        new("With 'data', 'inputs' and 'outputs' name different numeric columns of it; without, both are empty.", TableContents.FindFault),
        new("The 'end-time' is at least 1.5 times the mean half-time of the slowest mode, so that every mode is learned within it.", FindShortage),
    ];

    private static string? FindShortage(ParameterSet values)
    {
        if (TableContents.FindFault(values) is not null)
        {
            return null;
        }

        double needed = HalfTimeMargin * SlowestMeanHalfTime(values);
        return values.Get(EndTime) >= needed
            ? null
            : $"Parameter 'end-time' is {NumberText.Of(values.Get(EndTime))}; it must be at least {NumberText.Of(Math.Ceiling(needed * 100) / 100)}, which is 1.5 times the mean half-time of the slowest mode.";
    }

    private static double SlowestMeanHalfTime(ParameterSet values)
    {
        IReadOnlyList<double> singularValues = values.Get(Data).IsEmpty
            ? [.. values.Get(SingularValues).OrderDescending()]
            : SingularBasis.Of(TableContents.Whiten(values).Target).Values;
        int hiddenWidth = values.Get(HiddenWidth);
        return singularValues
            .Take(hiddenWidth)
            .Select((value, i) => HalfTimes.GaussianMean(value, i + 1, hiddenWidth, values.Get(InitialStandardDeviation)))
            .Max();
    }
}
