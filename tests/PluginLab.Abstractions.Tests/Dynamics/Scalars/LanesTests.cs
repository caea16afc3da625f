using PluginLab.Dynamics;

namespace PluginLab.Abstractions.Tests.Dynamics.Scalars;

/// <summary>Lanes equal doubles bit for bit, a NaN for a NaN.</summary>
public sealed class LanesTests
{
    private static IEnumerable<TestCaseData> UnaryOperations()
    {
        yield return Unary("minus", x => -x, x => -x);
        yield return Unary("square root", Math.Sqrt, Lanes.Sqrt);
        yield return Unary("exp", PortableMath.Exp, Lanes.Exp);
        yield return Unary("log", PortableMath.Log, Lanes.Log);
        yield return Unary("absolute value", Math.Abs, Lanes.Abs);
        foreach (double y in new[] { 0, 1, 2, -1, -3, 8, 9, -10, 0.5, -0.7, 4.0 / 3, 250, 1e300, double.NaN, double.PositiveInfinity })
        {
            yield return Unary($"to the power of {y}", x => PortableMath.Pow(x, y), x => Lanes.Pow(x, y));
        }
    }

    private static IEnumerable<TestCaseData> BinaryOperations()
    {
        yield return Binary("plus", (x, y) => x + y, (x, y) => x + y, (x, y) => x + y, (x, y) => x + y);
        yield return Binary("minus", (x, y) => x - y, (x, y) => x - y, (x, y) => x - y, (x, y) => x - y);
        yield return Binary("times", (x, y) => x * y, (x, y) => x * y, (x, y) => x * y, (x, y) => x * y);
        yield return Binary("divided by", (x, y) => x / y, (x, y) => x / y, (x, y) => x / y, (x, y) => x / y);
        yield return Binary("fused", (x, y) => Math.FusedMultiplyAdd(x, y, 0.1), (x, y) => Lanes.FusedMultiplyAdd(x, y, 0.1), (x, y) => Lanes.FusedMultiplyAdd(x, y, 0.1), (x, y) => Lanes.FusedMultiplyAdd(x, y, 0.1));
        yield return Binary("minimum", Math.Min, Lanes.Min, (x, y) => Lanes.Min(x, y), (x, y) => Lanes.Min(x, y));
        yield return Binary("maximum", Math.Max, Lanes.Max, (x, y) => Lanes.Max(x, y), (x, y) => Lanes.Max(x, y));
        yield return Binary("power", PortableMath.Pow, Lanes.Pow, Lanes.Pow, (x, y) => Lanes.Pow(x, y));
        yield return Binary(
            "select", (x, y) => x < y ? 1 : 2, (x, y) => Lanes.SelectLess(x, y, 1, 2), (x, y) => Lanes.SelectLess(x, y, 1, 2), (x, y) => Lanes.SelectLess(x, y, 1, 2));
    }

    [TestCaseSource(nameof(UnaryOperations))]
    public void A_function_has_the_bits_of_doubles(Func<double, double> ofDouble, Func<Lanes, Lanes> ofLanes)
    {
        foreach (double[] values in Numbers.Edges.Concat(Numbers.Drawn()).Chunk(Lanes.Count))
        {
            AssertSame(ofLanes(Filled(values)), lane => ofDouble(values[lane]), values);
        }
    }

    [TestCaseSource(nameof(BinaryOperations))]
    public void An_operation_has_the_bits_of_doubles_also_with_a_double_on_either_side(
        Func<double, double, double> ofDoubles, Func<Lanes, Lanes, Lanes> ofLanes, Func<Lanes, double, Lanes> withRight, Func<double, Lanes, Lanes> withLeft)
    {
        double[] right = [.. Numbers.Edges, .. Numbers.Drawn().Take(400)];
        foreach (double x in Numbers.Edges.Concat(Numbers.Drawn().Take(20)))
        {
            foreach (double[] values in right.Chunk(Lanes.Count))
            {
                Lanes y = Filled(values);
                AssertSame(ofLanes(x, y), lane => ofDoubles(x, values[lane]), values);
                AssertSame(withLeft(x, y), lane => ofDoubles(x, values[lane]), values);
                AssertSame(withRight(y, x), lane => ofDoubles(values[lane], x), values);
            }
        }
    }

    [Test]
    public void Numbers_come_back_from_where_they_were_put()
    {
        double[] values = [.. Enumerable.Range(0, Lanes.Count + 1).Select(i => i + 0.5)];
        Lanes lanes = Lanes.Create(values).WithLane(1, -1).WithLane(Lanes.Count - 1, -2);
        double[] copy = new double[Lanes.Count + 1];
        lanes.CopyTo(copy);
        Assert.That(copy, Is.EqualTo(Enumerable.Range(0, Lanes.Count + 1).Select(i => i == 1 ? -1 : i == Lanes.Count - 1 ? -2 : i == Lanes.Count ? 0 : i + 0.5)));
        Assert.That(Enumerable.Range(0, Lanes.Count).Select(lane => lanes[lane]), Is.EqualTo(copy.Take(Lanes.Count)));
    }

    [Test]
    public void Equality_looks_at_every_lane()
    {
        Lanes ones = Lanes.One;
        for (int lane = 0; lane < Lanes.Count; lane++)
        {
            Assert.That(ones.WithLane(lane, 2) == ones, Is.False);
            Assert.That(ones.WithLane(lane, 2), Is.Not.EqualTo(ones));
        }

        Assert.That(ones, Is.EqualTo((Lanes)1));
        Assert.That(ones.GetHashCode(), Is.EqualTo(((Lanes)1).GetHashCode()));
        Lanes undefined = double.NaN;
        Assert.That(undefined.Equals(undefined), Is.True);
        Assert.That(undefined == (Lanes)double.NaN, Is.False);
    }

    [Test]
    public void Lanes_out_of_range_and_short_spans_are_refused()
    {
        Assert.That(() => Lanes.One[Lanes.Count], Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("from 0 to"));
        Assert.That(() => Lanes.One.WithLane(-1, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => Lanes.Create(new double[Lanes.Count - 1]), Throws.ArgumentException.With.Message.Contains("needs a place"));
        Assert.That(() => Lanes.One.CopyTo(new double[1]), Throws.ArgumentException);
    }

    private static TestCaseData Unary(string name, Func<double, double> ofDouble, Func<Lanes, Lanes> ofLanes) =>
        new TestCaseData(ofDouble, ofLanes).SetArgDisplayNames(name);

    private static TestCaseData Binary(
        string name, Func<double, double, double> ofDoubles, Func<Lanes, Lanes, Lanes> ofLanes, Func<Lanes, double, Lanes> withRight, Func<double, Lanes, Lanes> withLeft) =>
        new TestCaseData(ofDoubles, ofLanes, withRight, withLeft).SetArgDisplayNames(name);

    private static void AssertSame(Lanes actual, Func<int, double> expected, double[] arguments)
    {
        for (int lane = 0; lane < arguments.Length; lane++)
        {
            if (Numbers.Bits(actual[lane]) != Numbers.Bits(expected(lane)))
            {
                Assert.Fail($"Lane {lane} holds {actual[lane]:R} instead of {expected(lane):R} at {arguments[lane]:R}.");
            }
        }
    }

    private static Lanes Filled(double[] values)
    {
        double[] padded = new double[Lanes.Count];
        values.CopyTo(padded, 0);
        return Lanes.Create(padded);
    }
}
