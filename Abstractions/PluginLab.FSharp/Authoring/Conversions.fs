namespace PluginLab.FSharp

open MathNet.Numerics.LinearAlgebra
open PluginLab.Dynamics

/// Conversions to and from MathNet's dense matrices; all of them copy.
[<AutoOpen>]
module Conversions =
    type PluginLab.Experiments.Matrix with

        /// <summary>The same matrix as MathNet's.</summary>
        member matrix.ToMathNet() : Matrix<float> = Matrix<float>.Build.Dense(matrix.Rows, matrix.Columns, (fun i j -> matrix[i, j]))

        /// <summary>A matrix of PluginLab from one of MathNet's.</summary>
        static member OfMathNet(matrix: Matrix<float>) =
            PluginLab.Experiments.Matrix.Create(matrix.RowCount, matrix.ColumnCount, (fun i j -> matrix[i, j]))

    type Trajectory with

        /// <summary>The states as a matrix: row i is the state at <c>Times[i]</c>; saved points × dimension.</summary>
        /// <exception cref="T:System.ArgumentException">The trajectory is empty: MathNet has no matrix without rows.</exception>
        member trajectory.ToMathNet() : Matrix<float> =
            if trajectory.Count = 0 then
                invalidArg (nameof trajectory) "The trajectory is empty, and MathNet has no matrix without rows; save at least one point."
            Matrix<float>.Build.DenseOfRowArrays(Array.init trajectory.Count (fun i -> trajectory.State(i).ToArray()))

        /// <summary>A trajectory from a matrix of which row i is the state at <c>times[i]</c>.</summary>
        /// <exception cref="T:System.ArgumentException">There are not as many times as rows.</exception>
        static member OfMathNet(times: float seq, states: Matrix<float>) =
            Trajectory(times, states.ToRowArrays() |> Seq.map (fun row -> row))
