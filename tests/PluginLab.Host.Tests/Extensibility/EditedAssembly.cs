using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text;

namespace PluginLab.Host.Tests.Extensibility;

/// <summary>Bytes of a test plugin with small changes that no compiler makes.</summary>
internal sealed class EditedAssembly : IDisposable
{
    private readonly byte[] bytes;
    private readonly PEReader image;
    private readonly MetadataReader metadata;

    public EditedAssembly(string path)
    {
        bytes = File.ReadAllBytes(path);
        image = new PEReader(new MemoryStream(File.ReadAllBytes(path)));
        metadata = image.GetMetadataReader();
    }

    /// <inheritdoc/>
    public void Dispose() => image.Dispose();

    /// <summary>The bytes with all changes.</summary>
    public ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>Where the metadata lie in the file.</summary>
    public Range Metadata => image.PEHeaders.MetadataStartOffset..(image.PEHeaders.MetadataStartOffset + image.PEHeaders.MetadataSize);

    /// <summary>Gives the references to the framework another major version.</summary>
    public EditedAssembly WithFramework(byte major)
    {
        foreach (AssemblyReferenceHandle handle in metadata.AssemblyReferences.Where(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name).StartsWith("System.", StringComparison.Ordinal)))
        {
            // A row begins with the major version.
            bytes[RowOf(TableIndex.AssemblyRef, MetadataTokens.GetRowNumber(handle))] = major;
        }

        return this;
    }

    /// <summary>Makes the reference to the core library one to that of .NET Framework.</summary>
    public EditedAssembly WithMscorlib()
    {
        StringHandle name = metadata.AssemblyReferences.Select(metadata.GetAssemblyReference).Single(reference => metadata.GetString(reference.Name) == "System.Runtime").Name;
        int heap = image.PEHeaders.MetadataStartOffset + metadata.GetHeapMetadataOffset(HeapIndex.String);
        Encoding.ASCII.GetBytes("mscorlib\0").CopyTo(bytes, heap + metadata.GetHeapOffset(name));
        return this;
    }

    /// <summary>Writes nonsense over the code of a method.</summary>
    public EditedAssembly WithBrokenBody(string type, string method)
    {
        MethodDefinition definition = metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).Single(candidate => metadata.GetString(candidate.Name) == type)
            .GetMethods().Select(metadata.GetMethodDefinition).Single(candidate => metadata.GetString(candidate.Name) == method);
        int address = definition.RelativeVirtualAddress;
        SectionHeader section = image.PEHeaders.SectionHeaders[image.PEHeaders.GetContainingSectionIndex(address)];
        MethodBodyBlock body = image.GetMethodBody(address);
        int code = address - section.VirtualAddress + section.PointerToRawData + body.Size - body.GetILBytes()!.Length;
        bytes.AsSpan(code, body.GetILBytes()!.Length).Fill(0xA6);
        return this;
    }

    /// <summary>Fills bytes with a value.</summary>
    public EditedAssembly With(Range range, byte value)
    {
        bytes.AsSpan(range).Fill(value);
        return this;
    }

    private int RowOf(TableIndex table, int row) =>
        image.PEHeaders.MetadataStartOffset + metadata.GetTableMetadataOffset(table) + ((row - 1) * metadata.GetTableRowSize(table));
}
