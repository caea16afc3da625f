namespace PluginLab.Bench.Peers;

/// <summary>Where was measured: <c>machine.txt</c> of a folder of measurements, a line <c>name: value</c> for each property.</summary>
/// <param name="Processor">The processor's name.</param>
/// <param name="Cores">How many cores there are.</param>
/// <param name="HasAvx512">Whether they have AVX-512, without which no goal is judged.</param>
/// <param name="Kernels">Which of its kernels OpenBLAS took; null if it was not there.</param>
internal sealed record Machine(string Processor, int Cores, bool HasAvx512, string? Kernels)
{
    private const string FileName = "machine.txt";

    /// <summary>One sentence.</summary>
    public string Description =>
        $"{Processor}, {Cores} {(Cores == 1 ? "core" : "cores")}, {(HasAvx512 ? "with" : "without")} AVX-512; {(Kernels is null ? "no OpenBLAS" : $"OpenBLAS with its {Kernels} kernels")}.";

    /// <summary>Reads the file of a folder.</summary>
    /// <exception cref="InvalidDataException">A property is missing or cannot be.</exception>
    public static Machine Read(string folder)
    {
        string path = Path.Combine(folder, FileName);
        string[][] lines = [.. File.ReadLines(path).Select(line => line.Split(": ", 2)).Where(parts => parts.Length == 2)];
        string kernels = Value("openblas-kernels");
        return new(
            Value("processor"),
            int.TryParse(Value("cores"), out int cores) && cores > 0 ? cores : throw Wrong("cores", "a whole number from 1 on"),
            Value("avx-512") is "yes" or "no" ? Value("avx-512") == "yes" : throw Wrong("avx-512", "yes or no"),
            kernels == "none" ? null : kernels);

        string Value(string name) => Array.Find(lines, parts => parts[0] == name)?[1].Trim()
            ?? throw new InvalidDataException($"{path} has no line \"{name}: …\"; let bench/peers/run.sh measure again, or write the line.");
        InvalidDataException Wrong(string name, string expected) => new($"{path}: {name} is \"{Value(name)}\"; it must be {expected}.");
    }
}
