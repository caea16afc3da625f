using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;

namespace PluginLab.Host.Extensibility.Preflight;

/// <summary>Checks that an assembly is made for the runtime and the processor of this host.</summary>
internal static class TargetPlatform
{
    private const string CoreLibrary = "System.Runtime";
    private const string FrameworkLibrary = "mscorlib";
    private static readonly Version FirstPortable = new(5, 0);

    /// <summary>A sentence on what does not fit and what to do; null if all does.</summary>
    public static string? FindMisfit(AssemblyImage file)
    {
        Version host = Environment.Version;
        return file.FindReference(FrameworkLibrary) is { Version.Major: >= 2 } && file.FindReference("netstandard") is null && file.FindReference(CoreLibrary) is null
            ? "built for .NET Framework; set <TargetFramework>net10.0</TargetFramework> and build it again."
            : file.FindReference(CoreLibrary) is { } core && core.Version >= FirstPortable && core.Version.Major > host.Major
            ? $"needs .NET {core.Version.ToString(2)}, this host runs on .NET {host.ToString(2)}; build it for net{host.ToString(2)}, or install a newer PluginLab."
            : IsReferenceAssembly(file.Metadata)
            ? "a reference assembly without code; copy the DLL from bin/, not from obj/ref/ or a package's ref/."
            : FindProcessorMisfit(file.Headers);
    }

    private static bool IsReferenceAssembly(MetadataReader reader) =>
        reader.GetAssemblyDefinition().GetCustomAttributes().Any(handle =>
            reader.GetCustomAttribute(handle).Constructor is { Kind: HandleKind.MemberReference } constructor
            && reader.GetMemberReference((MemberReferenceHandle)constructor).Parent is { Kind: HandleKind.TypeReference } type
            && SignatureText.NameOf(reader, (TypeReferenceHandle)type) == "System.Runtime.CompilerServices.ReferenceAssemblyAttribute");

    private static string? FindProcessorMisfit(PEHeaders headers)
    {
        string? target = (headers.CoffHeader.Machine, headers.CorHeader!.Flags) switch
        {
            (Machine.I386, CorFlags flags) when flags.HasFlag(CorFlags.Requires32Bit) && !flags.HasFlag(CorFlags.Prefers32Bit) => "x86",
            (Machine.Amd64, _) => "x64",
            (Machine.Arm64, _) => "arm64",
            _ => null,
        };
        string host = RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => "x64",
            Architecture.Arm64 => "arm64",
            Architecture.X86 => "x86",
            _ => "",
        };
        return target is null || host.Length == 0 || target == host
            ? null
            : $"built for {target} processors only, this host runs on {host}; set <PlatformTarget>AnyCPU</PlatformTarget> and build it again.";
    }
}
