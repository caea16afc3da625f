/// The flow from starts with a = sinh w, in closed form: a² − sinh²w is conserved, and c = cosh w alone says where on its path the flow is.
module BalancedTanh

let private coshAt output = (output + sqrt (output * output + 4.0)) / 2.0

/// The sharpness of the minimum: 1 − 1/c⁴ there.
let sharpness target = 1.0 - coshAt target ** -4.0

/// The balanced state (a, w) with that output.
let stateAt output =
    let outer = sqrt (output * coshAt output)
    [ outer; System.Math.Asinh outer ]

/// The time from one output to another, by partial fractions of dt = c³dc / ((c² − 1)(1 + sc − c²)).
let timeBetween target first last =
    let limit = coshAt target
    let roots = [ 1.0; -1.0; limit; -1.0 / limit ]
    let term root =
        let others = roots |> List.filter (fun other -> other <> root) |> List.map (fun other -> root - other)
        root ** 3.0 / List.reduce (*) others * log (abs ((coshAt last - root) / (coshAt first - root)))
    -List.sumBy term roots
