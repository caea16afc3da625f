using System.Text;

namespace PluginLab.Host.Planning.Syntax;

/// <summary>Turns growing byte offsets into lines and columns.</summary>
internal sealed class PositionCursor(ReadOnlyMemory<byte> text)
{
    private int offset;
    private int line = 1;
    private int column = 1;

    /// <summary>Line and column, both counted from 1, of the character at a byte offset not before the last one asked for.</summary>
    public (int Line, int Column) At(int target)
    {
        ReadOnlySpan<byte> bytes = text.Span;
        while (offset < target && offset < bytes.Length)
        {
            Rune.DecodeFromUtf8(bytes[offset..], out _, out int length);
            (line, column) = bytes[offset] == '\n' ? (line + 1, 1) : (line, column + 1);
            offset += length;
        }

        return (line, column);
    }
}
