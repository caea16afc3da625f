namespace PluginLab.FSharp

open System.Collections.Generic
open PluginLab.Experiments
open PluginLab.Figures

/// Claims and figures, with what is usual left out.
[<AutoOpen>]
module Evidence =
    type Claim with

        /// <summary>A claim with any bound.</summary>
        /// <param name="id">Identifier, unique within the experiment; kebab-case.</param>
        /// <param name="statement">One sentence; rich text.</param>
        /// <param name="source">Where the theory states it.</param>
        /// <param name="predicted">The value that the statement predicts.</param>
        /// <param name="measured">The measured value; NaN if the measurement was impossible.</param>
        /// <param name="bound">The values that support the statement.</param>
        /// <param name="uncertainty">Half-width of the interval of the measured value, from all sources; 0 if left out.</param>
        /// <param name="expected">The verdict known to be right; supported if left out.</param>
        /// <param name="correctedForm">What holds instead, for a statement that fails; rich text.</param>
        /// <param name="notApplicable">Why the claim does not speak of this case.</param>
        /// <param name="control">A mutation under which the claim must be refuted.</param>
        static member Of
            (
                id: string, statement: string, source: string, predicted: float, measured: float, bound: Bound,
                ?uncertainty: float, ?expected: Verdict, ?correctedForm: string, ?notApplicable: string, ?control: Control
            ) =
            Claim(
                Id = id,
                Statement = statement,
                Source = source,
                Predicted = predicted,
                Measured = measured,
                Bound = bound,
                Uncertainty = defaultArg uncertainty 0.0,
                Expected = defaultArg expected Verdict.Supported,
                CorrectedForm = Option.toObj correctedForm,
                NotApplicable = Option.toObj notApplicable,
                Control = Option.toObj control)

        /// <summary>A claim supported where |measured − predicted| ≤ tolerance·|predicted|.</summary>
        /// <param name="id">Identifier, unique within the experiment; kebab-case.</param>
        /// <param name="statement">One sentence; rich text.</param>
        /// <param name="source">Where the theory states it.</param>
        /// <param name="predicted">The value that the statement predicts; not 0, of which no other value is near.</param>
        /// <param name="measured">The measured value; NaN if the measurement was impossible.</param>
        /// <param name="tolerance">Relative tolerance.</param>
        /// <param name="uncertainty">Half-width of the interval of the measured value, from all sources; 0 if left out.</param>
        /// <param name="expected">The verdict known to be right; supported if left out.</param>
        /// <param name="correctedForm">What holds instead, for a statement that fails; rich text.</param>
        /// <param name="notApplicable">Why the claim does not speak of this case.</param>
        /// <param name="control">A mutation under which the claim must be refuted.</param>
        static member Near
            (
                id: string, statement: string, source: string, predicted: float, measured: float, tolerance: float,
                ?uncertainty: float, ?expected: Verdict, ?correctedForm: string, ?notApplicable: string, ?control: Control
            ) =
            Claim.Of(
                id, statement, source, predicted, measured, Bound.Near(predicted, tolerance), ?uncertainty = uncertainty,
                ?expected = expected, ?correctedForm = correctedForm, ?notApplicable = notApplicable, ?control = control)

    type Figure with

        /// <summary>A figure of one panel.</summary>
        /// <param name="id">Identifier, unique within the experiment; kebab-case; becomes the file name.</param>
        /// <param name="title">Title; rich text.</param>
        /// <param name="x">The horizontal axis.</param>
        /// <param name="y">The vertical axis.</param>
        /// <param name="marks">What is drawn, in drawing order; not empty.</param>
        /// <param name="caption">What is drawn, and what is uncertain of it; rich text; the title if left out.</param>
        /// <param name="altText">What the figure shows, for readers who cannot see it; the title if left out.</param>
        /// <param name="claimIds">Claims that the figure shows evidence for.</param>
        /// <param name="findings">What the figure says where its claims hold.</param>
        /// <param name="legend">Where the labels of the marks go; beside them if left out.</param>
        static member Of
            (
                id: string, title: string, x: Axis, y: Axis, marks: IReadOnlyList<Mark>,
                ?caption: string, ?altText: string, ?claimIds: IReadOnlyList<string>, ?findings: IReadOnlyList<Finding>,
                ?legend: LegendPlacement
            ) =
            Figure(
                Id = id,
                Title = title,
                Caption = defaultArg caption title,
                AltText = defaultArg altText (RichText.Parse(title).ToPlainText()),
                Panels = [ Panel(X = x, Y = y, Marks = marks, Legend = defaultArg legend LegendPlacement.Direct) ],
                ClaimIds = defaultArg claimIds [],
                Findings = defaultArg findings [])
