using System.Globalization;
using System.Text;

namespace PluginLab.Host.Cli;

/// <summary>Passes text on with its control characters escaped: texts of plugins must not steer the terminal.</summary>
internal sealed class EscapingWriter : TextWriter
{
    private readonly TextWriter inner;

    /// <summary>Creates a writer in front of another; lines end with LF.</summary>
    public EscapingWriter(TextWriter inner)
        : base(CultureInfo.InvariantCulture)
    {
        this.inner = inner;
        NewLine = "\n";
    }

    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => inner.Write(IsPlain(value) ? value.ToString() : Escape(value));

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    /// <inheritdoc/>
    public override void Write(string? value) => inner.Write(value is null || value.All(IsPlain) ? value : string.Concat(value.Select(c => IsPlain(c) ? c.ToString() : Escape(c))));

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Write(value + NewLine);

    /// <inheritdoc/>
    public override void Flush() => inner.Flush();

    private static bool IsPlain(char value) => value is '\n' or '\t' || !char.IsControl(value);

    private static string Escape(char value) => $"\\u{(int)value:x4}";
}
