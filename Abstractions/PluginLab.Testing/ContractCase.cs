namespace PluginLab.Testing;

/// <summary>One test of a plugin's contract.</summary>
public sealed class ContractCase
{
    private readonly string subject;
    private readonly Action<FaultList, CancellationToken> check;

    internal ContractCase(string subject, string name, Action<FaultList, CancellationToken> check) => (this.subject, Name, this.check) = (subject, name, check);

    /// <summary>What is tested, such as <c>experiment 'decay' with rate = 100</c>.</summary>
    public string Name { get; }

    /// <summary>Runs the test.</summary>
    /// <param name="cancellationToken">Cancelled when the test takes too long; what was not judged then is a warning.</param>
    /// <returns>What breaks the contract, and what a person should look at; empty if nothing does.</returns>
    public IReadOnlyList<ContractFault> FindFaults(CancellationToken cancellationToken = default)
    {
        FaultList faults = new(subject);
        check(faults, cancellationToken);
        return faults.All;
    }

    /// <summary>Runs the test, and fails with all errors at once; warnings pass.</summary>
    /// <exception cref="ContractException">The contract is broken; the message has a line for each error.</exception>
    public void Verify()
    {
        ContractFault[] errors = [.. FindFaults().Where(fault => fault.IsError)];
        if (errors.Length > 0)
        {
            throw new ContractException(string.Join("\n", errors.Select(fault => fault.ToString())));
        }
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

/// <summary>Thrown when a plugin breaks its contract.</summary>
/// <param name="message">What is wrong, a line each.</param>
public sealed class ContractException(string message) : Exception(message);
