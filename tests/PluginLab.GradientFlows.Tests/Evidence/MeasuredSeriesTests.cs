using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Products;
using PluginLab.Numerics.Fitting;
using PluginLab.Numerics.Integration;

namespace PluginLab.GradientFlows.Tests.Evidence;

public sealed class MeasuredSeriesTests
{
    private static readonly double[] Abscissae = [1, 2, 4, 8];

    [Test]
    public void Errors_are_the_largest_relative_change_to_the_coarser_series_at_every_point()
    {
        MeasuredSeries series = new([1, 2], [1.5, 1.75]);

        Assert.That(series.Errors, Is.EqualTo([0.5, 1.0]));
    }

    [Test]
    public void Without_a_coarser_series_errors_are_not_known_and_fits_are_left_without_them()
    {
        MeasuredSeries series = new([1, 0.5, 0.25, 0.125], null);

        Assert.That(series.Errors, Is.Null);
        Assert.That(series.FitPowerLaw(Abscissae)!.Line.SlopeBudget.Points, Is.LessThan(1e-14));
    }

    [Test]
    public void Fits_carry_the_errors_into_their_intervals()
    {
        double[] values = [1, 0.5, 0.25, 0.125];
        MeasuredSeries series = new(values, [.. values.Select(value => 1.01 * value)]);

        Assert.That(series.FitPowerLaw(Abscissae)!.Line.SlopeBudget.Points, Is.GreaterThan(1e-3));
        Assert.That(series.FitExponential(Abscissae)!.Line.SlopeBudget.Points, Is.GreaterThan(1e-3));
        Assert.That(series.FitLine(Abscissae)!.SlopeBudget.Points, Is.GreaterThan(1e-3));
    }

    [Test]
    public void A_line_that_runs_into_zero_is_as_certain_as_its_values_whatever_their_relative_errors()
    {
        MeasuredSeries series = new([8, 6, 4, 1e-6], [8, 6, 4, 2e-6]);

        Assert.That(series.FitLine([1, 2, 3, 5])!.SlopeBudget.Points, Is.LessThan(1e-5));
    }

    [TestCase(new[] { 1, double.NaN, 3, 4 }, null, Description = "a value is missing")]
    [TestCase(new[] { 1.0, 2, 3, 4 }, new[] { 1, double.NaN, 3, 4 }, Description = "it is missing by the coarser integrator")]
    [TestCase(new[] { 1.0, 2, 3, 4 }, new[] { 1.0, 2, 3 }, Description = "that did not come so far")]
    public void What_could_not_be_measured_is_not_fitted(double[] values, double[]? coarser)
    {
        MeasuredSeries series = new(values, coarser);

        Assert.That((series.FitPowerLaw(Abscissae), series.FitExponential(Abscissae), series.FitLine(Abscissae)), Is.EqualTo(((PowerLawFit?)null, (ExponentialFit?)null, (LinearFit?)null)));
    }

    [TestCase(new[] { 1.0, -2, 3, 4 }, null)]
    [TestCase(new[] { 1.0, 2, 3, 4 }, new[] { 1, 4.5, 3, 4 })]
    public void What_is_not_known_to_be_positive_has_no_logarithm_to_fit(double[] values, double[]? coarser)
    {
        MeasuredSeries series = new(values, coarser);

        Assert.That(series.FitPowerLaw(Abscissae), Is.Null);
        Assert.That(series.FitExponential(Abscissae), Is.Null);
        Assert.That(series.FitLine(Abscissae), Is.Not.Null);
    }

    [TestCase(1e-5)]
    [TestCase(1e-7)]
    [TestCase(1e-9)]
    public void Errors_of_times_over_a_sweep_are_as_large_as_the_solvers_and_the_interval_holds_the_exponent(double tolerance)
    {
        ExperimentContext context = new() { Parameters = ParameterSet.Create([], _ => 0), Integrator = StepIntegrators.DormandPrince5(tolerance, 1e-3 * tolerance) };
        Monomial product = Monomial.Product(1, 4);
        double[] starts = [.. Spacing.Logarithmic(1e-8, 1e-5, 31)];
        double[] exact = [.. starts.Select(start => new BalancedProduct(1, 4).GrowthTime(start))];
        IReadOnlyList<double> times = Times(new MonomialSweeps(context));

        MeasuredSeries series = new(times, Times(new MonomialSweeps(context).Coarsen()!));

        Assert.That(times.Zip(exact, (time, expected) => Math.Abs(time - expected)).Zip(series.Errors!, (error, bound) => error <= bound), Is.All.True);
        Assert.That(series.FitPowerLaw(starts)!.ExponentInterval(FitUncertainty.Window).Contains(-0.5), Is.True);

        IReadOnlyList<double> Times(MonomialSweeps sweeps) =>
            [.. sweeps.TimesTo(product, [.. starts.Select(product.BalancedState)], 0.5, exact).Select(time => time.Measured)];
    }
}
