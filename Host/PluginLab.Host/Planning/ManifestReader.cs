using PluginLab.Host.Planning.Diagnoses;
using PluginLab.Host.Planning.Parameters;
using PluginLab.Host.Planning.Styles;
using PluginLab.Host.Planning.Syntax;
using PluginLab.Host.Storage;

namespace PluginLab.Host.Planning;

/// <summary>Reads a manifest and checks its shape.</summary>
internal sealed class ManifestReader
{
    private const int Version = 1;
    private static readonly string[] LaterRootKeys = ["figures"];
    private static readonly string[] LaterRunKeys = ["sweep", "system", "initial", "end", "measure", "fits", "bounds", "figures"];

    private readonly DiagnosisCollector diagnoses;

    private ManifestReader(DiagnosisCollector diagnoses) => this.diagnoses = diagnoses;

    /// <summary>Reads a manifest; what is wrong goes to <paramref name="diagnoses"/>, and the rest is read all the same.</summary>
    public static Manifest Read(string path, DiagnosisCollector diagnoses)
    {
        Manifest empty = new() { Path = path, Folder = Path.GetDirectoryName(Path.GetFullPath(path))! };
        return ReadBytes(path, diagnoses) is { } bytes && SyntaxReader.Read(path, bytes, diagnoses) is { } root
            ? new ManifestReader(diagnoses).ReadRoot(root, empty)
            : empty;
    }

    private static byte[]? ReadBytes(string path, DiagnosisCollector diagnoses)
    {
        try
        {
            return InputBytes.Read(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            diagnoses.Error(ErrorCode.UnreadableManifest, new Place(path, 0, 0, ""), "there is no such file; name a manifest, or run where an experiments.json lies");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            diagnoses.Error(ErrorCode.UnreadableManifest, new Place(path, 0, 0, ""), $"the file cannot be read: {exception.Message}");
        }

        return null;
    }

    private Manifest ReadRoot(SyntaxNode root, Manifest manifest)
    {
        if (root is not ObjectSyntax node)
        {
            diagnoses.Error(ErrorCode.InvalidValue, root.Place, $"the value is {root.Kind}; a manifest must be an object with \"version\" and \"runs\"");
            return manifest;
        }

        ObjectReader reader = new(node, diagnoses);
        reader.Text("$schema");
        CheckVersion(reader);
        reader.NotSupported(LaterRootKeys);
        Manifest result = manifest with
        {
            Plugins = [.. reader.Texts("plugins").Select(folder => folder.Value)],
            Integrators = [.. ReadIntegrators(reader)],
            Defaults = ReadDefaults(reader),
            Runs = [.. reader.Items("runs", "a list of runs").Select(item => reader.AsObject(item)).OfType<ObjectSyntax>().Select(ReadRun)],
        };
        reader.Require("runs", "\"runs\": []");
        reader.Finish();
        CheckNames(result.Runs);
        return result;
    }

    private void CheckVersion(ObjectReader reader)
    {
        reader.Require("version", $"\"version\": {Version}");
        if (reader.Value("version") is { } version && version.ToJson() != $"{Version}")
        {
            diagnoses.Error(ErrorCode.InvalidValue, version.Place, $"the version is {version.ToJson()}; this pluginlab reads version {Version}");
        }
    }

    private IEnumerable<NamedChoice> ReadIntegrators(ObjectReader reader)
    {
        foreach (MemberSyntax member in reader.Object("integrators")?.Members ?? [])
        {
            CheckName(member.Name, member.NamePlace);
            if (reader.AsObject(member.Value) is { } value && ReadChoice(value) is { } choice)
            {
                yield return new NamedChoice(new(member.Name, member.NamePlace), choice);
            }
        }
    }

    private RunSettings ReadDefaults(ObjectReader reader)
    {
        if (reader.Object("defaults") is not { } node)
        {
            return new RunSettings();
        }

        ObjectReader defaults = new(node, diagnoses);
        RunSettings settings = ReadSettings(defaults);
        defaults.Finish();
        return settings;
    }

    private RunSettings ReadSettings(ObjectReader reader) => new()
    {
        Integrator = reader.Value("integrator") is { } integrator ? ReadChoice(integrator) : null,
        Renderer = reader.Value("renderer") is { } renderer ? ReadChoice(renderer) : null,
        Seed = reader.Seed("seed"),
        Timeout = reader.Duration("timeout"),
        Style = reader.Object("style") is { } style ? StyleReader.Read(style, diagnoses) : null,
    };

    private ComponentChoice? ReadChoice(SyntaxNode node)
    {
        if (node is not ObjectSyntax options)
        {
            return new ObjectReader(new ObjectSyntax(node.Place, []), diagnoses).AsText(node) is { } id ? new ComponentChoice(id, []) : null;
        }

        ObjectReader reader = new(options, diagnoses);
        reader.Require("use", "\"use\": \"dormand-prince-5\"");
        return reader.Text("use") is { } use
            ? new ComponentChoice(use, [.. options.Members.Where(member => member.Name != "use").Select(GivenValue.Of)])
            : null;
    }

    private RunEntry ReadRun(ObjectSyntax node)
    {
        ObjectReader reader = new(node, diagnoses);
        reader.NotSupported(LaterRunKeys);
        reader.Require("name", "\"name\": \"first\"");
        if (node.Members.All(member => member.Name != "system"))
        {
            reader.Require("experiment", "\"experiment\": \"diagonal-case\"");
        }

        RunEntry entry = new()
        {
            Place = node.Place,
            Name = reader.Text("name"),
            Experiment = reader.Text("experiment"),
            Tags = [.. reader.Texts("tags").Select(tag => tag.Value)],
            Parameters = [.. (reader.Object("parameters")?.Members ?? []).Select(GivenValue.Of)],
            Settings = ReadSettings(reader),
        };
        reader.Finish();
        return entry;
    }

    private void CheckNames(IReadOnlyList<RunEntry> runs)
    {
        Dictionary<string, Place> first = new(StringComparer.Ordinal);
        foreach (Located<string> name in runs.Select(run => run.Name).OfType<Located<string>>())
        {
            CheckName(name.Value, name.Place);
            if (!first.TryAdd(name.Value, name.Place))
            {
                string earlier = first[name.Value].Where;
                diagnoses.Error(ErrorCode.DuplicateName, name.Place, $"the name \"{name.Value}\" is taken by the run at {earlier}; names become folders, so each must be its own");
            }
        }
    }

    private void CheckName(string name, Place place)
    {
        if (NameRule.FindFault(name) is { } fault)
        {
            diagnoses.Error(ErrorCode.InvalidName, place, $"the name {SyntaxNode.Quote(name)} {fault}");
        }
    }
}
