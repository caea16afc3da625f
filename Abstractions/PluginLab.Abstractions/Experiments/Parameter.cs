using System.Text.Json;

namespace PluginLab.Experiments;

/// <summary>Reads the files that parameters name. The host implements it; plugins never open a file.</summary>
public interface IInputFiles
{
    /// <summary>Reads a table.</summary>
    /// <param name="path">Path of a CSV file, relative to the manifest.</param>
    /// <exception cref="FormatException">The file cannot be read or is no table; the message says where and why.</exception>
    Table ReadTable(string path);
}

/// <summary>What a value of a parameter is: decides the schema and the form on the command line.</summary>
public enum ParameterKind
{
    /// <summary>A whole number.</summary>
    WholeNumber,

    /// <summary>A real number.</summary>
    Real,

    /// <summary>A list of whole numbers.</summary>
    WholeNumbers,

    /// <summary>A list of real numbers.</summary>
    Reals,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A list of texts.</summary>
    Texts,

    /// <summary>One of a few texts.</summary>
    Choice,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>A matrix: a list of rows.</summary>
    Matrix,

    /// <summary>A table: the path of a CSV file.</summary>
    Table,
}

/// <summary>Declares a parameter once: name, meaning, default and admissible values; the declaration is also the key to read the value.</summary>
public abstract class Parameter
{
    private protected Parameter(string name, string description, ParameterKind kind) => (Name, Description, Kind) = (name, description, kind);

    /// <summary>Name in <c>experiments.json</c> and on the command line; kebab-case.</summary>
    public string Name { get; }

    /// <summary>One sentence: what the parameter means, with its symbol and units.</summary>
    public string Description { get; }

    /// <summary>What a value is.</summary>
    public ParameterKind Kind { get; }

    /// <summary>The admissible values, in words that follow "it must be".</summary>
    public abstract string Admissible { get; }

    /// <summary>The default, as JSON; null if a value must be given.</summary>
    public abstract string? DefaultJson { get; }

    /// <summary>Smallest admissible number (of each element, for lists); null where there is none.</summary>
    public abstract double? Minimum { get; }

    /// <summary>Largest admissible number (of each element, for lists); null where there is none.</summary>
    public abstract double? Maximum { get; }

    /// <summary>Whether the minimum itself is excluded.</summary>
    public abstract bool IsMinimumExcluded { get; }

    /// <summary>The admissible texts of a <see cref="ParameterKind.Choice"/>; empty otherwise.</summary>
    public abstract IReadOnlyList<string> Choices { get; }

    /// <summary>Values that contract tests try besides the default, as JSON: the ends of the range.</summary>
    public abstract IReadOnlyList<string> BoundaryJson { get; }

    /// <summary>Reads a value.</summary>
    /// <returns>The boxed value.</returns>
    /// <exception cref="FormatException">The JSON is no admissible value; the message says what it is and which values are.</exception>
    public abstract object Read(JsonElement json, IInputFiles files);

    /// <summary>Writes a value as canonical JSON: numbers in shortest round-trip form, no white space. A table is written as its path.</summary>
    public abstract string WriteJson(object value);

    /// <summary>Declares a whole number in [minimum, maximum].</summary>
    public static Parameter<int> WholeNumber(string name, string description, int defaultValue, int minimum, int maximum) =>
        new(name, description, ParameterKind.WholeNumber, ParameterCodecs.WholeNumber(minimum, maximum), defaultValue, isRequired: false);

    /// <summary>Declares a real number in [minimum, maximum]; infinite ends mean no limit, but values are always finite.</summary>
    public static Parameter<double> Real(string name, string description, double defaultValue, double minimum, double maximum) =>
        new(name, description, ParameterKind.Real, ParameterCodecs.Real(minimum, maximum, isMinimumExcluded: false), defaultValue, isRequired: false);

    /// <summary>Declares a positive real number up to <paramref name="maximum"/>.</summary>
    public static Parameter<double> PositiveReal(string name, string description, double defaultValue, double maximum) =>
        new(name, description, ParameterKind.Real, ParameterCodecs.Real(0, maximum, isMinimumExcluded: true), defaultValue, isRequired: false);

    /// <summary>Declares a list of whole numbers, each in [minimum, maximum], not empty.</summary>
    public static Parameter<IReadOnlyList<int>> WholeNumbers(string name, string description, IReadOnlyList<int> defaultValue, int minimum, int maximum) =>
        new(name, description, ParameterKind.WholeNumbers, ParameterCodecs.ListOf(ParameterCodecs.WholeNumber(minimum, maximum), "whole numbers"), defaultValue, isRequired: false);

    /// <summary>Declares a list of real numbers, each in [minimum, maximum], not empty.</summary>
    public static Parameter<IReadOnlyList<double>> Reals(string name, string description, IReadOnlyList<double> defaultValue, double minimum, double maximum) =>
        new(name, description, ParameterKind.Reals, ParameterCodecs.ListOf(ParameterCodecs.Real(minimum, maximum, isMinimumExcluded: false), "numbers"), defaultValue, isRequired: false);

    /// <summary>Declares a text.</summary>
    public static Parameter<string> Text(string name, string description, string defaultValue) =>
        new(name, description, ParameterKind.Text, ParameterCodecs.Text, defaultValue, isRequired: false);

    /// <summary>Declares a list of texts, which may be empty.</summary>
    public static Parameter<IReadOnlyList<string>> Texts(string name, string description, IReadOnlyList<string> defaultValue) =>
        new(name, description, ParameterKind.Texts, ParameterCodecs.TextList, defaultValue, isRequired: false);

    /// <summary>Declares one of a few texts.</summary>
    public static Parameter<string> Choice(string name, string description, string defaultValue, IReadOnlyList<string> choices) =>
        new(name, description, ParameterKind.Choice, ParameterCodecs.Choice(choices), defaultValue, isRequired: false);

    /// <summary>Declares true or false.</summary>
    public static Parameter<bool> Flag(string name, string description, bool defaultValue) =>
        new(name, description, ParameterKind.Flag, ParameterCodecs.Flag, defaultValue, isRequired: false);

    /// <summary>Declares a matrix, given as a list of rows.</summary>
    public static Parameter<Matrix> Matrix(string name, string description, Matrix defaultValue) =>
        new(name, description, ParameterKind.Matrix, ParameterCodecs.Matrix, defaultValue, isRequired: false);

    /// <summary>Declares a table, given as the path of a CSV file; <see cref="Table.Empty"/> if none is given.</summary>
    public static Parameter<Table> Table(string name, string description) =>
        new(name, description, ParameterKind.Table, ParameterCodecs.Table, Experiments.Table.Empty, isRequired: false);
}
