using System.CommandLine;
using PluginLab.Figures;
using PluginLab.Host.Figures;

namespace PluginLab.Host.Cli.Figures;

/// <summary><c>pluginlab figures export</c>: draws stored figures anew, as a paper or talk wants them.</summary>
internal sealed class ExportCommand
{
    private const string Svg = "svg";
    private const string Pdf = "pdf";
    private const string Png = "png";
    private const double UsualResolution = 300;

    private readonly FigureSelection selection = new();
    private readonly StyleOptions style = new();
    private readonly Option<string> format = new("--format") { Description = "What to write; pdf and png need rsvg-convert.", HelpName = $"{Svg}|{Pdf}|{Png}", DefaultValueFactory = _ => Svg };
    private readonly Option<string?> resolution = new("--dpi") { Description = "Pixels per inch of a png; 300 if not given.", HelpName = "N" };
    private readonly Option<string> output = new("--out") { Description = "Where drawings go, as RUN/FIGURE.EXTENSION.", HelpName = "DIR", DefaultValueFactory = _ => "figures-export" };

    /// <summary>Creates the command.</summary>
    public static Command Create(IHostServices services)
    {
        ExportCommand export = new();
        Command command = new("export", "Draw the figures of results anew for a paper or a talk: size, font size, colours, title and format. Nothing is run again.");
        export.selection.AddTo(command);
        export.style.AddTo(command);
        export.format.AcceptOnly(Svg, Pdf, Png);
        command.Options.Add(export.format);
        command.Options.Add(export.resolution);
        command.Options.Add(export.output);
        command.SetAction((parsed, cancellationToken) => Task.Run(() => export.Run(services, parsed, cancellationToken), CancellationToken.None));
        return command;
    }

    private int Run(IHostServices services, ParseResult parsed, CancellationToken cancellationToken)
    {
        IReadOnlyList<(string Suffix, FigureStyle Style)> styles = style.Read(parsed);
        string folder = UsageException.RequirePath("--out", parsed.GetRequiredValue(output));
        Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> convert = Conversion(parsed, cancellationToken);
        FigureDrawer drawer = new(services.Get<IFigureRenderer>(), services.Terminal);
        try
        {
            var drawings = from figure in selection.Read(parsed) from look in styles select (figure.Stored, look.Suffix, look.Style);
            int[] codes = [.. drawings.Select(drawing =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                return Write(drawing.Stored, drawing.Suffix, drawing.Style);
            })];
            return codes.DefaultIfEmpty(ExitCode.Success).Max();
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }

        int Write(StoredFigure figure, string suffix, FigureStyle look)
        {
            if (drawer.TryDraw(figure, Printed(look, figure.Figure.Size, Format(parsed))) is not { } drawing)
            {
                return ExitCode.Usage;
            }

            string path = $"{figure.Run}/{figure.Figure.Id}{suffix}.{parsed.GetRequiredValue(format)}";
            OutputFiles.Write(folder, path, convert(drawing.Content).Span);
            services.Terminal.Out.WriteLine($"{folder}/{path}");
            return ExitCode.Success;
        }
    }

    private DrawingFormat Format(ParseResult parsed) => parsed.GetRequiredValue(format) switch { Pdf => DrawingFormat.Pdf, Png => DrawingFormat.Png, _ => DrawingFormat.Svg };

    private Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> Conversion(ParseResult parsed, CancellationToken cancellationToken)
    {
        double density = StyleOptions.ReadNumber(parsed, resolution, 10, 2400) ?? UsualResolution;
        if (Format(parsed) == DrawingFormat.Svg)
        {
            return svg => svg;
        }

        RsvgConvert converter = RsvgConvert.Find(Environment.GetEnvironmentVariable("PATH"));
        return svg => converter.Convert(svg, Format(parsed), density, cancellationToken);
    }

    /// <summary>Paper has no px: what is converted gets a size in mm, from the figure's own where none is asked for.</summary>
    private static FigureStyle Printed(FigureStyle style, FigureSize size, DrawingFormat format)
    {
        if (format == DrawingFormat.Svg || style.Width is not null || style.Height is not null)
        {
            return style;
        }

        PrintSize natural = FigureStyle.NaturalPrintSize(size);
        return style with { Width = natural.Width, Height = natural.Height };
    }
}
