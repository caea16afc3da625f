namespace PluginLab.Host.Extensibility;

/// <summary>Every line that loading a plugin can end in: what is wrong, and how to mend it.</summary>
internal static class LoadDiagnoses
{
    private const string EntryPointExample =
        "public sealed class MyPlugin : IPlugin { public PluginCatalog Catalog { get; } = new() { Experiments = [new MyExperiment()] }; }";

    public static Diagnosis FolderMissing(string folder) =>
        Error("PL2001", folder, "the folder does not exist; create it, or take it out of the list of plugin folders.");

    public static Diagnosis NotAFolder(string file) =>
        Error("PL2001", file, "this is a file, not a folder; name the folder that holds the plugin.");

    public static Diagnosis FolderEmpty(string folder) =>
        Error("PL2002", folder, "the folder holds no plugin; copy the plugin's DLL and what it needs into it.");

    public static Diagnosis NotAnAssembly(string file, string kind) =>
        Error("PL2003", file, $"not a .NET assembly: {kind}; put the DLL that 'dotnet build' writes in its place.");

    public static Diagnosis Damaged(string file) =>
        Error("PL2004", file, "damaged file: its .NET metadata cannot be read; build the plugin again and copy it whole.");

    public static Diagnosis DamagedCode(string file, string reason) =>
        Error("PL2004", file, $"damaged file: its code cannot be run ({OneLine(reason).TrimEnd('.')}); build the plugin again and copy it whole.");

    public static Diagnosis NotOurs(string file) =>
        Error("PL2005", file, "not a plugin: it is not built against PluginLab.Abstractions; reference that assembly and implement IPlugin.");

    public static Diagnosis WrongPlatform(string file, string sentence) => Error("PL2006", file, sentence);

    public static Diagnosis ContractMismatch(string file, string member, string contract, Version host, Version plugin) => Error(
        "PL2007",
        file,
        $"needs {member}, host has {contract} {host.ToString(3)} without it; "
        + (plugin > host ? $"update PluginLab to {plugin.ToString(3)} or newer." : "build the plugin again against the host's version."));

    public static Diagnosis MissingImplementation(string file, string member, string type, string contract, Version host) => Error(
        "PL2007", file, $"does not implement {member} in {type}, which the host's {contract} {host.ToString(3)} asks for; build the plugin again against it.");

    public static Diagnosis DependencyMissing(string file, string name, Version version, string folder) =>
        Error("PL2008", file, $"needs {name} {version}, not in {folder}; copy its DLL there ('dotnet publish' gathers all of them).");

    public static Diagnosis DependencyTooOld(string file, string name, Version needed, Version found) =>
        Error("PL2008", file, $"needs {name} {needed}, its folder has {found}; copy the newer DLL there.");

    public static Diagnosis NativeLibraryMissing(string file, string name) => Error(
        "PL2008",
        file,
        $"needs the native library {name}, which is not beside it for {System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier}, or itself needs another; copy it there or into runtimes/ with its deps.json ('dotnet publish' does both).");

    public static Diagnosis LibraryMismatch(string file, string member, string library, Version found) =>
        Error("PL2008", file, $"needs {member}, {library} {found} in its folder is without it; copy the version there that the plugin was built with.");

    public static Diagnosis UnreadableDependencies(string file, long line) =>
        Error("PL2009", file, $"deps.json unreadable at line {line}; build the plugin again, or delete the file: DLLs beside the plugin are found without it.");

    public static Diagnosis NoEntryPoint(string file) =>
        Error("PL2010", file, $"no entry point: no public class implements IPlugin; add: {EntryPointExample}");

    public static Diagnosis SeveralEntryPoints(string file, IEnumerable<string> types) =>
        Error("PL2010", file, $"several entry points: {string.Join(" and ", types)} implement IPlugin; keep one, with all components in its catalog.");

    public static Diagnosis UnfitEntryPoint(string file, string type, string fault, string remedy) =>
        Error("PL2010", file, $"the entry point {type} is {fault}; {remedy}.");

    public static Diagnosis UnresolvableConstructor(string file, string type, string parameter) =>
        Error("PL2011", file, $"the constructor of {type} asks for {parameter}, which the host does not offer; it may ask for nothing, for ILogger, ILogger<T> or ILoggerFactory, and for what its public static AddServices(IServiceCollection) registers.");

    public static Diagnosis PrivateConstructor(string file, string type) => Error("PL2011", file, $"the constructor of {type} is not public; make it public.");

    public static Diagnosis FailedToStart(string file, string type, string reason) =>
        Error("PL2012", file, $"{type} failed to start: {reason}");

    public static Diagnosis InvalidCatalog(string file, string sentence) => Error("PL2013", file, sentence);

    public static Diagnosis InvalidId(string file, string kind, string id) =>
        Error("PL2014", file, $"the id '{id}' of {kind} is not kebab-case; use lower-case letters, digits and single hyphens, such as 'my-experiment'.");

    public static Diagnosis DuplicateId(string file, string kind, string id, string first, string second) =>
        Error("PL2015", file, $"the {kind} id '{id}' is used by {first} and {second}; the one of {first} is kept: rename the other.");

    public static Diagnosis Copy(string file, IEnumerable<string> ids, string first) =>
        Error("PL2015", file, $"all ids ({string.Join(", ", ids)}) are used by {first}, which is kept: take one of the two away, or rename the components.");

    public static Diagnosis SeveralPlugins(string folder, IEnumerable<string> names) =>
        Warning("PL2016", folder, $"one folder per plugin: {string.Join(" and ", names)} lie together and share their dependencies; give each a folder of its own.");

    public static Diagnosis OwnContract(string file, string name) =>
        Warning("PL2017", file, $"the folder carries its own {name}.dll; the host's copy is used: delete it.");

    public static Diagnosis OwnFramework(string folder) =>
        Warning("PL2017", folder, "the folder carries its own .NET (self-contained output); the host's copy is used: delete it, or build without SelfContained.");

    public static Diagnosis NewerContract(string file, string name, Version plugin, Version host) =>
        Warning("PL2018", file, $"built against {name} {plugin.ToString(3)}, newer than the host's {host.ToString(3)}; everything that it uses is there.");

    public static Diagnosis Unreadable(string place, string reason) =>
        Error("PL2019", place, $"cannot be read: {OneLine(reason)} Check the permissions of the folder.");

    public static Diagnosis DependencyUnloadable(string file, string reason) =>
        Error("PL2008", file, $"a dependency cannot be loaded: {OneLine(reason)}");

    public static Diagnosis BrokenCode(string file, string subject, string reason) =>
        Error("PL2007", file, $"{subject} does not fit this host or its own dependencies: {OneLine(reason)} Build the plugin again against the host's version.");

    /// <summary>The text on one line.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Diagnosis Error(string code, string path, string message) => new(code, DisplayPath.Of(path), message, IsError: true);

    private static Diagnosis Warning(string code, string path, string message) => new(code, DisplayPath.Of(path), message, IsError: false);
}
