using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PluginLab.Host.Extensibility.Preflight;

/// <summary>A DLL whose metadata can be read without running any of its code.</summary>
internal sealed class AssemblyImage : IDisposable
{
    private readonly PEReader image;

    private AssemblyImage(string path, PEReader image, MetadataReader metadata)
    {
        (Path, this.image, Metadata) = (path, image, metadata);
        Name = System.IO.Path.GetFileNameWithoutExtension(path);
    }

    /// <summary>Where the file lies.</summary>
    public string Path { get; }

    /// <summary>Its file name without extension.</summary>
    public string Name { get; }

    /// <summary>Its tables of types, members and references.</summary>
    public MetadataReader Metadata { get; }

    /// <summary>Its headers.</summary>
    public PEHeaders Headers => image.PEHeaders;

    /// <summary>Opens a .NET assembly.</summary>
    /// <returns>The assembly, or null and why the file is none.</returns>
    public static (AssemblyImage? File, Diagnosis? Fault) Open(string path)
    {
        if (FileKind.OfOther(path) is { } kind)
        {
            return (null, LoadDiagnoses.NotAnAssembly(path, kind));
        }

        // Read at once: an open file could not be replaced while the host runs.
        PEReader image = new(new MemoryStream(File.ReadAllBytes(path)));
        try
        {
            if (!image.HasMetadata)
            {
                image.Dispose();
                return (null, LoadDiagnoses.NotAnAssembly(path, FileKind.NativeLibrary));
            }

            MetadataReader metadata = image.GetMetadataReader();
            return IsWhole(image, new FileInfo(path).Length) && metadata.IsAssembly
                ? (new AssemblyImage(path, image, metadata), null)
                : Damaged(path, image);
        }
        catch (BadImageFormatException)
        {
            return Damaged(path, image);
        }
    }

    /// <summary>Reads metadata, which may be damaged where opening did not look.</summary>
    /// <param name="read">Reads.</param>
    /// <param name="otherwise">What to return of a damaged file.</param>
    public T Read<T>(Func<T> read, Func<Diagnosis, T> otherwise)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is BadImageFormatException or InsufficientExecutionStackException)
        {
            // The stack ends where a type is damaged so that it derives from, or lies in, itself.
            return otherwise(LoadDiagnoses.Damaged(Path));
        }
    }

    /// <summary>The version of the assembly itself.</summary>
    public Version Version => Metadata.GetAssemblyDefinition().Version;

    /// <summary>The assemblies that it was compiled against.</summary>
    public IEnumerable<AssemblyReference> References => Metadata.AssemblyReferences.Select(Metadata.GetAssemblyReference);

    /// <summary>The reference to an assembly of that name; null if there is none.</summary>
    public AssemblyReference? FindReference(string name)
    {
        foreach (AssemblyReference reference in References)
        {
            if (Metadata.StringComparer.Equals(reference.Name, name))
            {
                return reference;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => image.Dispose();

    private static (AssemblyImage? File, Diagnosis? Fault) Damaged(string path, PEReader image)
    {
        image.Dispose();
        return (null, LoadDiagnoses.Damaged(path));
    }

    private static bool IsWhole(PEReader image, long length) =>
        image.PEHeaders.SectionHeaders.All(section => (long)section.PointerToRawData + section.SizeOfRawData <= length);
}
