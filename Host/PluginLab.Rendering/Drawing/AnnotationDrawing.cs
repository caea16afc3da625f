using PluginLab.Figures;
using PluginLab.Rendering.Geometry;
using PluginLab.Rendering.Layout;
using PluginLab.Rendering.Marks.Fields;
using PluginLab.Rendering.Text;

namespace PluginLab.Rendering.Drawing;

/// <summary>Draws texts at points of the plot: near their point, clear of other texts, and where they cover least.</summary>
internal sealed class AnnotationDrawing(PanelPlan plan, SvgCanvas canvas, Occupancy occupancy)
{
    private const double WidestShare = 0.55;

    private static readonly double[] Distances = [6, 14, 26, 44, 70, 110, 160];

    private static readonly (double X, double Y)[] Directions =
        [(1, -0.7), (1, 0), (0, -1), (1, 0.7), (-1, -0.7), (-1, 0), (0, 1), (-1, 0.7)];

    public void Draw()
    {
        for (int i = 0; i < plan.Panel.Marks.Count; i++)
        {
            if (plan.Panel.Marks[i] is Annotation annotation && plan.X.Contains(annotation.X) && plan.Y.Contains(annotation.Y))
            {
                DrawOne(annotation, i);
            }
        }
    }

    /// <summary>Draws the values of level lines on their lines, and names beside them, where no other text stands.</summary>
    public void DrawLevels(IReadOnlyList<LevelLabel> levels)
    {
        foreach (LevelLabel level in levels)
        {
            Label label = LabelBuilder.Build(RichText.Parse(level.Text), level.IsName ? TextStyle.Tick : TextStyle.Note);
            Box[] boxes = level.IsName ? Beside(level, label) : [.. level.Places.Select(at => new Box(at.X - (label.Width / 2), at.Y - (label.Height / 2), label.Width, label.Height))];
            Box[] free = [.. boxes.Where(IsFree)];
            if (free.Length == 0)
            {
                string text = RichText.Parse(level.Text).ToPlainText();
                plan.Compromises.Add(level.IsName ? $"the name {text} finds no free place on its line" : $"the level {text} finds no place for its label");
                free = level.IsName ? [Held(boxes[0])] : [];
            }

            foreach (Box box in free.Take(1))
            {
                canvas.Text(label, box.X, box.Y + label.Ascent, TextAnchor.Start, level.Look.TextColor, hasHalo: true);
            }
        }
    }

    /// <summary>Boxes beside a line, those first that cover least.</summary>
    private Box[] Beside(LevelLabel level, Label label) =>
        [.. level.Places.SelectMany(place => Directions.Select(direction => BoxAt(label, place, direction.X, direction.Y, Distances[0]))).OrderBy(occupancy.CountIn)];

    /// <summary>The box, moved only as far as it takes to stay within the plot.</summary>
    private Box Held(Box box) => box with { X = Hold(box.X, plan.Plot.X, plan.Plot.Width - box.Width), Y = Hold(box.Y, plan.Plot.Y, plan.Plot.Height - box.Height) };

    private void DrawOne(Annotation annotation, int index)
    {
        Label label = AxisPlanning.Wrap(plan, RichText.Parse(annotation.Text), TextStyle.Tick, WidestShare * plan.Plot.Width, 1)[0];
        PixelPoint point = new(plan.X.ToPixel(annotation.X), plan.Y.ToPixel(annotation.Y));
        (Box box, double distance) = Place(annotation, label, point);
        if (distance > Distances[1] && distance < double.PositiveInfinity)
        {
            DrawLeader(point, box, index);
        }

        canvas.Text(label, box.X, box.Y + label.Ascent, TextAnchor.Start, plan.Looks[index].TextColor, hasHalo: true);
    }

    private (Box Box, double Distance) Place(Annotation annotation, Label label, PixelPoint point)
    {
        (Box Box, double Distance)? best = null;
        double least = double.PositiveInfinity;
        foreach (double distance in Distances)
        {
            foreach ((double dx, double dy) in Directions)
            {
                Box box = BoxAt(label, point, dx, dy, distance);
                double cost = occupancy.CountIn(box) + (distance / 6);
                if (cost < least && IsFree(box))
                {
                    (best, least) = ((box, distance), cost);
                }
            }
        }

        return best ?? (AtAnchor(annotation, label, point), double.PositiveInfinity);
    }

    /// <summary>The place at the point itself, moved only as far as it takes to stay within the plot.</summary>
    private Box AtAnchor(Annotation annotation, Label label, PixelPoint point)
    {
        plan.Compromises.Add($"annotation '{annotation.Id}' finds no free place and stands at its point, over what is there");
        return Held(BoxAt(label, point, 1, -0.7, Distances[0]));
    }

    private static double Hold(double value, double start, double room) => Math.Clamp(value, start, start + Math.Max(0, room));

    private static Box BoxAt(Label label, PixelPoint point, double dx, double dy, double distance)
    {
        double x = point.X + (dx * distance) + (dx == 0 ? -label.Width / 2 : dx < 0 ? -label.Width : 0);
        double y = point.Y + (dy * distance) + (dy == 0 ? -label.Height / 2 : dy < 0 ? -label.Height : 0);
        return new Box(x, y, label.Width, label.Height);
    }

    private bool IsFree(Box box)
    {
        Box plot = plan.Plot;
        bool isInside = box.X >= plot.X + 2 && box.Y >= plot.Y + 1 && box.X + box.Width <= plot.X + plot.Width - 1 && box.Y + box.Height <= plot.Y + plot.Height - 2;
        return isInside && canvas.Texts.All(text => text.Rotation != 0 || !Overlap(text.Box, box));
    }

    private static bool Overlap(Box a, Box b) =>
        a.X < b.X + b.Width + 3 && b.X < a.X + a.Width + 3 && a.Y < b.Y + b.Height + 2 && b.Y < a.Y + a.Height + 2;

    private void DrawLeader(PixelPoint point, Box box, int index)
    {
        double x = Math.Clamp(point.X, box.X, box.X + box.Width);
        double y = point.Y < box.Y ? box.Y : point.Y > box.Y + box.Height ? box.Y + box.Height : box.Y + (box.Height / 2);
        x = point.X < box.X ? box.X - 2 : point.X > box.X + box.Width ? box.X + box.Width + 2 : x;
        canvas.Write($"<path d=\"M{SvgCanvas.Number(point.X)} {SvgCanvas.Number(point.Y)}L{SvgCanvas.Number(x)} {SvgCanvas.Number(y)}\"{canvas.ColorOf(plan.Looks[index].Color)} stroke=\"currentColor\" stroke-width=\".7\"/>");
    }
}
