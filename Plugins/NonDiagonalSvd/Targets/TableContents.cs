using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;

namespace PluginLab.Plugins.NonDiagonalSvd.Targets;

/// <summary>Reads inputs and outputs from the data table of a run.</summary>
internal static class TableContents
{
    private const int FewestRows = 2;
    private const int MostColumns = 64;
    private const int MostFaults = 20;

    /// <summary>What is wrong with the data of a run, with file, line and column; null if nothing is.</summary>
    public static string? FindFault(ParameterSet values)
    {
        Table table = values.Get(SvdParameters.Data);
        IReadOnlyList<string> inputs = values.Get(SvdParameters.Inputs);
        IReadOnlyList<string> outputs = values.Get(SvdParameters.Outputs);
        return table.IsEmpty
            ? inputs.Count + outputs.Count == 0 ? null : "Parameters 'inputs' and 'outputs' name columns of 'data', which is not given; give the path of a CSV file, or leave all three out."
            : FindFaultOfNames(table, inputs, outputs) ?? FindFaultOfCells(table, values);
    }

    /// <summary>The whitened data of a run without fault.</summary>
    public static WhitenedData Whiten(ParameterSet values) => WhitenedData.Create(
        Columns(values, SvdParameters.Inputs), Columns(values, SvdParameters.Outputs), Centering(values));

    /// <summary>The columns that a parameter names, as a matrix with one row per datum.</summary>
    /// <exception cref="FormatException">A column is missing, or a cell is no number.</exception>
    public static Matrix Columns(ParameterSet values, Parameter<IReadOnlyList<string>> names)
    {
        IReadOnlyList<double>[] columns = [.. values.Get(names).Select(values.Get(SvdParameters.Data).Numbers)];
        return Matrix.FromRows(columns).Transpose();
    }

    private static Centering Centering(ParameterSet values) =>
        values.Get(SvdParameters.Center) ? GradientFlows.Networks.Centering.SubtractMeans : GradientFlows.Networks.Centering.None;

    private static string? FindFaultOfNames(Table table, IReadOnlyList<string> inputs, IReadOnlyList<string> outputs)
    {
        string[] repeated = [.. inputs.Concat(outputs).GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key)];
        return inputs.Count == 0 || outputs.Count == 0
            ? $"Parameter '{(inputs.Count == 0 ? "inputs" : "outputs")}' names no column of {table.Source}; it must name at least one of: {string.Join(", ", table.Columns)}."
            : repeated.Length > 0
                ? $"Column '{repeated[0]}' of {table.Source} is named twice in 'inputs' and 'outputs'; name each column once, as an input or as an output."
                : Math.Max(inputs.Count, outputs.Count) > MostColumns
                    ? $"Parameters 'inputs' and 'outputs' name {inputs.Count} and {outputs.Count} columns of {table.Source}; each must name at most {MostColumns}."
                    : table.RowCount < FewestRows
                        ? $"{table.Source} has {table.RowCount} rows of data; it must have at least {FewestRows}."
                        : null;
    }

    private static string? FindFaultOfCells(Table table, ParameterSet values)
    {
        try
        {
            if (FindFaultsOfNumbers(table, values) is { } faults)
            {
                return faults;
            }

            Matrix outputs = Columns(values, SvdParameters.Outputs);
            return ConstantColumn(values) is { } column
                ? $"{table.Source}: input column '{column}' has the same value in all {table.RowCount} rows, so that nothing can be learned from it; leave it out of 'inputs'."
                : outputs.LargestMagnitude() == 0 || Whiten(values).Target.LargestMagnitude() <= LargestNoise(outputs)
                    ? $"{table.Source}: the outputs do not depend linearly on the inputs (XᵀY is zero), so that there is nothing to learn; choose other columns."
                    : null;
        }
        catch (FormatException exception)
        {
            return exception.Message;
        }
    }

    /// <summary>All cells that are no numbers, of the columns that are used; null if there are none.</summary>
    private static string? FindFaultsOfNumbers(Table table, ParameterSet values)
    {
        string[] faults = [.. values.Get(SvdParameters.Inputs).Concat(values.Get(SvdParameters.Outputs)).SelectMany(table.FaultsOfNumbers)];
        string more = faults.Length > MostFaults ? $" There are {faults.Length - MostFaults} more such cells." : "";
        return faults.Length == 0 ? null : string.Join(' ', faults.Take(MostFaults)) + more;
    }

    /// <summary>The first input column that does not vary where variation is what is learned from: centred, or all zero.</summary>
    private static string? ConstantColumn(ParameterSet values)
    {
        Matrix inputs = Columns(values, SvdParameters.Inputs);
        return values.Get(SvdParameters.Inputs).Index().Where(item =>
        {
            IReadOnlyList<double> column = inputs.Column(item.Index);
            return column.All(x => x == column[0]) && (values.Get(SvdParameters.Center) || column[0] == 0);
        }).Select(item => item.Item).FirstOrDefault();
    }

    private static double LargestNoise(Matrix outputs) => 1e-10 * outputs.FrobeniusNorm();
}
