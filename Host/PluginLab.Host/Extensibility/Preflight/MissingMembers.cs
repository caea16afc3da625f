namespace PluginLab.Host.Extensibility.Preflight;

/// <summary>Collects what a plugin needs of the contract and this host has not, each once.</summary>
internal sealed class MissingMembers(AssemblyImage plugin, string place)
{
    private readonly List<Diagnosis> diagnoses = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>One line for each.</summary>
    public IReadOnlyList<Diagnosis> Diagnoses => diagnoses;

    /// <summary>The plugin uses something that the host has not.</summary>
    public void Add(ContractIndex contract, string member) => AddLine(contract, member, $"needs {member}");

    /// <summary>The host asks for a member that a class of the plugin does not implement.</summary>
    public void AddImplementation(ContractIndex contract, string member, string type) => AddLine(contract, member + type, $"does not implement {member} in {type}");

    private void AddLine(ContractIndex contract, string key, string what)
    {
        if (seen.Add(key))
        {
            Version builtAgainst = plugin.FindReference(contract.Name) is { } reference ? reference.Version : contract.Version;
            diagnoses.Add(LoadDiagnoses.ContractMismatch(place, what, contract.Name, contract.Version, builtAgainst));
        }
    }
}
