namespace PluginLab.Experiments;

/// <summary>A rule across parameters, checked before anything runs.</summary>
/// <param name="Statement">One sentence: what must hold.</param>
/// <param name="FindViolation">What is wrong with the given values, as a sentence that says how to mend it; null if nothing is.</param>
public sealed record Constraint(string Statement, Func<ParameterSet, string?> FindViolation)
{
    /// <summary>A rule that holds or does not; its statement is the message.</summary>
    public static Constraint Require(string statement, Func<ParameterSet, bool> holds)
    {
        ArgumentNullException.ThrowIfNull(holds);
        return new(statement, values => holds(values) ? null : statement);
    }
}
