using System.Text.Json;
using PluginLab.Experiments;

namespace PluginLab.Abstractions.Tests.Experiments;

public sealed class ParameterTests
{
    private static readonly Parameter Whole = Parameter.WholeNumber("modes", "Number of modes.", 3, 2, 10);
    private static readonly Parameter Real = Parameter.Real("rate", "Rate.", 0.5, 0, 1);
    private static readonly Parameter Unbounded = Parameter.Real("target", "Target.", 1, double.NegativeInfinity, double.PositiveInfinity);
    private static readonly Parameter Positive = Parameter.PositiveReal("end-time", "Time.", 1, double.PositiveInfinity);
    private static readonly Parameter Wholes = Parameter.WholeNumbers("degrees", "Degrees.", [1, 2], 1, 64);
    private static readonly Parameter Reals = Parameter.Reals("weights", "Weights.", [0.5], -1, 1);
    private static readonly Parameter Text = Parameter.Text("title", "Title.", "x");
    private static readonly Parameter Texts = Parameter.Texts("inputs", "Inputs.", []);
    private static readonly Parameter Choice = Parameter.Choice("scale", "Scale.", "linear", ["linear", "log"]);
    private static readonly Parameter Flag = Parameter.Flag("center", "Centre.", false);
    private static readonly Parameter Square = Parameter.Matrix("matrix", "Matrix.", Matrix.Diagonal([1, 1]));
    private static readonly Parameter Data = Parameter.Table("data", "Data.");

    private static IEnumerable<TestCaseData> Rejected()
    {
        yield return Case(Whole, "11", "Parameter 'modes' is 11; it must be a whole number from 2 to 10.");
        yield return Case(Whole, "1", "Parameter 'modes' is 1; it must be a whole number from 2 to 10.");
        yield return Case(Whole, "2.5", "Parameter 'modes' is 2.5; it must be a whole number from 2 to 10.");
        yield return Case(Whole, "1e999", "Parameter 'modes' is 1e999; it must be a whole number from 2 to 10.");
        yield return Case(Whole, "1e10", "Parameter 'modes' is 1e10; it must be a whole number from 2 to 10.");
        yield return Case(Whole, "\"3\"", "Parameter 'modes' is \"3\"; it must be a whole number from 2 to 10.");
        yield return Case(Whole, "null", "Parameter 'modes' is null; it must be a whole number from 2 to 10.");
        yield return Case(Real, "1.5", "Parameter 'rate' is 1.5; it must be a number from 0 to 1.");
        yield return Case(Real, "1e999", "Parameter 'rate' is 1e999; it must be a number from 0 to 1.");
        yield return Case(Real, "\"NaN\"", "Parameter 'rate' is \"NaN\"; it must be a number from 0 to 1.");
        yield return Case(Unbounded, "-1e999", "Parameter 'target' is -1e999; it must be a finite number.");
        yield return Case(Positive, "0", "Parameter 'end-time' is 0; it must be a finite number above 0.");
        yield return Case(Wholes, "[]", "Parameter 'degrees' is []; it must be a list of whole numbers, each a whole number from 1 to 64.");
        yield return Case(Wholes, "[1,65]", "Parameter 'degrees' is [1,65]; it must be a list of whole numbers, each a whole number from 1 to 64.");
        yield return Case(Wholes, "3", "Parameter 'degrees' is 3; it must be a list of whole numbers, each a whole number from 1 to 64.");
        yield return Case(Reals, "[]", "Parameter 'weights' is []; it must be a list of numbers, each a number from -1 to 1.");
        yield return Case(Reals, "[0,\"x\"]", "Parameter 'weights' is [0,\"x\"]; it must be a list of numbers, each a number from -1 to 1.");
        yield return Case(Text, "3", "Parameter 'title' is 3; it must be a text.");
        yield return Case(Texts, "[1]", "Parameter 'inputs' is [1]; it must be a list of texts.");
        yield return Case(Choice, "\"cubic\"", "Parameter 'scale' is \"cubic\"; it must be one of linear, log.");
        yield return Case(Flag, "1", "Parameter 'center' is 1; it must be true or false.");
        yield return Case(Square, "[[1,2],[3]]", "Parameter 'matrix' is [[1,2],[3]]; it must be a list of rows of equal length, such as [[2,0],[0,1]].");
        yield return Case(Square, "[]", "Parameter 'matrix' is []; it must be a list of rows of equal length, such as [[2,0],[0,1]].");
        yield return Case(Square, "[[]]", "Parameter 'matrix' is [[]]; it must be a list of rows of equal length, such as [[2,0],[0,1]].");
        yield return Case(Data, "1", "Parameter 'data' is 1; it must be the path of a CSV file.");

        static TestCaseData Case(Parameter parameter, string json, string message) => new TestCaseData(parameter, json, message).SetArgDisplayNames(parameter.Name, json);
    }

    private static IEnumerable<TestCaseData> Canonical()
    {
        yield return Case(Whole, "1e1", "10");
        yield return Case(Real, "5.0E-1", "0.5");
        yield return Case(Unbounded, "-0.0", "0");
        yield return Case(Unbounded, "1e21", "1e+21");
        yield return Case(Wholes, "[ 1, 2.0 ]", "[1,2]");
        yield return Case(Reals, "[0.10, 1]", "[0.1,1]");
        yield return Case(Text, "\"a\\u00fc\\\"\"", "\"aü\\\"\"");
        yield return Case(Texts, "[ ]", "[]");
        yield return Case(Choice, "\"log\"", "\"log\"");
        yield return Case(Flag, " true ", "true");
        yield return Case(Square, "[[1.0, 2], [3, 4e0]]", "[[1,2],[3,4]]");
        yield return Case(Data, "\"iris.csv\"", "\"iris.csv\"");
        yield return Case(Data, "\"\"", "\"\"");

        static TestCaseData Case(Parameter parameter, string json, string canonical) => new TestCaseData(parameter, json, canonical).SetArgDisplayNames(parameter.Name, json);
    }

    [TestCaseSource(nameof(Rejected))]
    public void An_inadmissible_value_is_named_with_what_is_admissible(Parameter parameter, string json, string message) =>
        Assert.That(() => Read(parameter, json), Throws.TypeOf<FormatException>().With.Message.EqualTo(message));

    [TestCaseSource(nameof(Canonical))]
    public void A_value_is_written_in_one_way(Parameter parameter, string json, string canonical) =>
        Assert.That(parameter.WriteJson(Read(parameter, json)), Is.EqualTo(canonical));

    [Test]
    public void Ends_of_ranges_are_admissible_and_tried_by_contract_tests()
    {
        Parameter[] all = [Whole, Real, Unbounded, Positive, Wholes, Reals, Text, Texts, Choice, Flag, Square, Data];

        foreach (Parameter parameter in all)
        {
            foreach (string json in parameter.BoundaryJson.Append(parameter.DefaultJson!))
            {
                Assert.That(parameter.WriteJson(Read(parameter, json)), Is.EqualTo(json), parameter.Name);
            }
        }

        Assert.That(Whole.BoundaryJson, Is.EqualTo(["2", "10"]));
        Assert.That(Positive.BoundaryJson, Is.Empty);
    }

    [Test]
    public void A_default_out_of_range_is_refused_at_the_declaration() => Assert.That(
        () => Parameter.WholeNumber("modes", "", 11, 2, 10),
        Throws.ArgumentException.With.Message.StartsWith("The default of parameter 'modes' is 11; it must be a whole number from 2 to 10."));

    [Test]
    public void A_required_parameter_has_no_default()
    {
        Assert.That(Whole.DefaultJson, Is.EqualTo("3"));
        Assert.That(Parameter.WholeNumber("modes", "", 3, 2, 10).Required().DefaultJson, Is.Null);
    }

    private static object Read(Parameter parameter, string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return parameter.Read(document.RootElement, new NamedTables());
    }

    private sealed class NamedTables : IInputFiles
    {
        public Table ReadTable(string path) => new(path, ["a"], [], []);
    }
}
