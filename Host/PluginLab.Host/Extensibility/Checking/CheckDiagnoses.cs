namespace PluginLab.Host.Extensibility.Checking;

/// <summary>Collects what the contract tests find in the components of one plugin.</summary>
/// <param name="place">The plugin's DLL, as a person reads it.</param>
internal sealed class CheckDiagnoses(string place)
{
    private readonly List<Diagnosis> diagnoses = [];

    /// <summary>Everything that was found.</summary>
    public IReadOnlyList<Diagnosis> All => diagnoses;

    /// <summary>The component, or what it made, breaks its contract.</summary>
    public void Error(string code, string component, string sentence) => diagnoses.Add(new(code, place, $"{component}: {sentence}", IsError: true));

    /// <summary>Something that a person should look at.</summary>
    public void Warning(string code, string component, string sentence) => diagnoses.Add(new(code, place, $"{component}: {sentence}", IsError: false));

    /// <summary>Names must be kebab-case and distinct.</summary>
    public void CheckNames(string code, string component, string kind, IEnumerable<string> names)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string name in names)
        {
            if (!KebabCase.IsValid(name))
            {
                Error(code, component, $"the {kind} '{name}' is not kebab-case; use lower-case letters, digits and single hyphens.");
            }
            else if (!seen.Add(name))
            {
                Error(code, component, $"the {kind} '{name}' is there twice; give each its own.");
            }
        }
    }
}

/// <summary>Identifiers of what contract tests find; each means one thing for ever.</summary>
internal static class CheckCode
{
    /// <summary>The component, or its code, threw.</summary>
    public const string Threw = "PL3001";

    /// <summary>The same run gave two results.</summary>
    public const string NotRepeatable = "PL3002";

    /// <summary>A claim is incomplete or not as expected.</summary>
    public const string Claims = "PL3003";

    /// <summary>A figure cannot be drawn.</summary>
    public const string Figures = "PL3004";

    /// <summary>A metric has no proper name.</summary>
    public const string Metrics = "PL3005";

    /// <summary>A system is inconsistent or not finite.</summary>
    public const string Systems = "PL3006";

    /// <summary>An integrator does not do what it was asked for.</summary>
    public const string Integrators = "PL3007";

    /// <summary>Parameters contradict their constraints.</summary>
    public const string Parameters = "PL3008";

    /// <summary>Compiled code does not fit the host or its dependencies.</summary>
    public const string Code = "PL3009";

    /// <summary>A renderer draws nothing, or not the same twice.</summary>
    public const string Renderers = "PL3011";

    /// <summary>Something took too long to be judged.</summary>
    public const string NotJudged = "PL3010";
}
