namespace PluginLab.Testing;

/// <summary>Where a plugin breaks its contract.</summary>
/// <param name="Code">Identifier of the kind, such as <c>PL3003</c>; see <see cref="ContractCode"/>.</param>
/// <param name="Subject">The component, such as <c>experiment 'decay'</c>.</param>
/// <param name="Sentence">What is wrong, and how to mend it.</param>
/// <param name="IsError">False for what a person should look at.</param>
public sealed record ContractFault(string Code, string Subject, string Sentence, bool IsError)
{
    /// <summary>The fault on one line, as <c>pluginlab plugins check</c> shows it.</summary>
    public override string ToString() => $"{(IsError ? "error" : "warning")} {Code}: {Subject}: {Sentence}";
}

/// <summary>Identifiers of what contract tests find; each means one thing for ever.</summary>
public static class ContractCode
{
    /// <summary>The component, or its code, threw.</summary>
    public const string Threw = "PL3001";

    /// <summary>The same run gave two results.</summary>
    public const string NotRepeatable = "PL3002";

    /// <summary>A claim is incomplete or not as expected, or survives its control.</summary>
    public const string Claims = "PL3003";

    /// <summary>A figure cannot be drawn, or says more than its claims.</summary>
    public const string Figures = "PL3004";

    /// <summary>A metric has no proper name.</summary>
    public const string Metrics = "PL3005";

    /// <summary>A system is inconsistent or not finite.</summary>
    public const string Systems = "PL3006";

    /// <summary>An integrator does not do what it was asked for.</summary>
    public const string Integrators = "PL3007";

    /// <summary>A description is incomplete, or parameters contradict their constraints.</summary>
    public const string Parameters = "PL3008";

    /// <summary>Compiled code does not fit the host or its dependencies.</summary>
    public const string Code = "PL3009";

    /// <summary>Something could not be judged.</summary>
    public const string NotJudged = "PL3010";

    /// <summary>A renderer draws nothing, or not the same twice.</summary>
    public const string Renderers = "PL3011";

    /// <summary>A cancelled run gives a result.</summary>
    public const string NotCancelled = "PL3012";
}
