module SmallMultiples

open System
open System.Threading
open PluginLab.Dynamics
open PluginLab.Figures
open PluginLab.Numerics.Integration

let integrator = StepIntegrators.DormandPrince5(1e-9, 1e-12)

let flow depth start =
    let velocity (w: float[]) = [| PortableMath.Pow(w[0], depth - 1.0) * (1.0 - PortableMath.Pow(w[0], depth)) |]
    let problem = InitialValueProblem(DynamicsSystem.FromFunction(1, fun _ w -> velocity w), [ start ], 0.0, 20.0)
    integrator.Integrate(problem, SaveAt.EquallySpaced(0.0, 20.0, 201), CancellationToken.None).Trajectory

let panel (depth: float) =
    let line (start: float) color =
        let path = flow depth start
        Line(Id = $"depth-{depth}-start-{color}", Label = $"start $w = {start}$", Color = Nullable color, X = path.Times,
             Y = path.Observe(fun _ w -> PortableMath.Pow(w[0], depth))) :> Mark
    Panel(Title = $"depth $d = {depth}$", X = Axis.Linear "flow time $t$", Y = Axis.Linear "product $w^d$", Marks = [ line 0.1 0; line 0.2 1; line 0.4 2 ])

let figure () =
    Figure(Id = "small-multiples", Title = "With depth comes a plateau", Size = FigureSize(960, 340), Columns = 3,
           Shared = (SharedParts.XAxis ||| SharedParts.YAxis ||| SharedParts.Legend), Panels = [ panel 2.0; panel 3.0; panel 4.0 ],
           Caption = "Products of $d$ equal weights that learn the target 1, on shared axes. From $w = 0.1$, three weights need a time of about $1/w$ and four $1/2w^2$, beyond the end of the axis.",
           AltText = "Three panels with three rising curves each; they rise later from panel to panel.")
