using System.Text.Json;
using PluginLab.Experiments;
using PluginLab.Host.Planning.Diagnoses;
using PluginLab.Host.Planning.Syntax;

namespace PluginLab.Host.Planning.Parameters;

/// <summary>Gives each declared parameter its value, or says what is wrong with the given ones.</summary>
internal sealed class ParameterBinding(IInputFiles files, DiagnosisCollector diagnoses)
{
    /// <summary>Binds given values to declared parameters; of several for one parameter the last counts.</summary>
    /// <param name="owner">What declares the parameters, for messages, such as <c>experiment 'diagonal-case'</c>.</param>
    /// <param name="declared">The parameters.</param>
    /// <param name="constraints">The rules across them.</param>
    /// <param name="given">The given values, weakest first.</param>
    /// <param name="place">Where the values are given, for what concerns several of them.</param>
    /// <returns>The values; null if anything was wrong.</returns>
    public ParameterSet? Bind(
        string owner, IReadOnlyList<Parameter> declared, IReadOnlyList<Constraint> constraints, IReadOnlyList<GivenValue> given, Place place)
    {
        Dictionary<string, GivenValue> byName = new(StringComparer.Ordinal);
        bool isValid = true;
        foreach (GivenValue value in given)
        {
            byName[value.Name] = value;
            if (!declared.Any(parameter => parameter.Name == value.Name))
            {
                string suggestion = Spelling.Suggest(value.Name, declared.Select(parameter => parameter.Name));
                diagnoses.Error(ErrorCode.UnknownParameter, value.NamePlace, $"{owner} has no parameter \"{value.Name}\"; {suggestion}");
                isValid = false;
            }
        }

        Dictionary<Parameter, object> values = [];
        foreach (Parameter parameter in declared)
        {
            if (Read(parameter, byName.GetValueOrDefault(parameter.Name), owner, place) is { } value)
            {
                values.Add(parameter, value);
            }
        }

        return isValid && values.Count == declared.Count
            ? Check(ParameterSet.Create(declared, parameter => values[parameter]), constraints, place)
            : null;
    }

    private object? Read(Parameter parameter, GivenValue? given, string owner, Place place)
    {
        if (given is null && parameter.DefaultJson is null)
        {
            diagnoses.Error(ErrorCode.MissingParameter, place, $"{owner} needs parameter \"{parameter.Name}\"; give it {parameter.Admissible}");
            return null;
        }

        try
        {
            return parameter.Read(given?.Json(parameter.Kind) ?? JsonElement.Parse(parameter.DefaultJson!), files);
        }
        catch (FormatException exception)
        {
            diagnoses.Error(ErrorCode.InvalidParameter, given?.ValuePlace ?? place, exception.Message);
            return null;
        }
    }

    private ParameterSet? Check(ParameterSet values, IReadOnlyList<Constraint> constraints, Place place)
    {
        bool isValid = true;
        foreach (Constraint constraint in constraints)
        {
            if (FindViolation(constraint, values) is { } violation)
            {
                diagnoses.Error(ErrorCode.ViolatedConstraint, place, violation);
                isValid = false;
            }
        }

        return isValid ? values : null;
    }

    private static string? FindViolation(Constraint constraint, ParameterSet values)
    {
        try
        {
            return constraint.FindViolation(values);
        }
        catch (FormatException exception)
        {
            return exception.Message;
        }
        catch (Exception exception)
        {
            // A plugin's code: whatever it throws is a fault of the plugin, and must not hide the other errors.
            return $"the rule \"{constraint.Statement}\" could not be checked: {exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}";
        }
    }
}
