using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PluginLab.Host.Planning.Syntax;

namespace PluginLab.Host.Planning;

/// <summary>Gives each run a seed of its own that other runs do not change.</summary>
internal static class SeedSequence
{
    private const int BitsThatJsonKeeps = 53;

    /// <summary>The seed of a run: the 53 high bits of the first big-endian word of SHA-256 of the JSON list [root, name].</summary>
    public static ulong Derive(ulong root, string runName)
    {
        string key = $"[{root.ToString(CultureInfo.InvariantCulture)},{SyntaxNode.Quote(runName)}]";
        return BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key))) >> (64 - BitsThatJsonKeeps);
    }
}
