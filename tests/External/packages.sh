#!/usr/bin/env bash
# What an author does with the packages, in an empty folder that knows no package feed but a local one: installs the tool, writes plugins of every kind in C# and F#,
# builds and tests them, drops them in, lists and runs them. Options given are those of 'dotnet pack', such as --no-build.
# Needs bash and the .NET 10 SDK, and the packages that the tests of this repository restored. The last line is "N passed, N failed".
set -uo pipefail
repository=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 NUGET_PACKAGES="$work/restored"
cache=$(env -u NUGET_PACKAGES dotnet nuget locals global-packages --list | sed 's/^global-packages: //')
feed="$work/feed"
log="$work/log"
passed=0
failed=0

# expect NAME COMMAND…: one test; a command that fails shows what it wrote.
expect() {
    local name=$1
    shift
    if "$@" >"$log" 2>&1; then
        passed=$((passed + 1))
        echo "ok: $name"
    else
        failed=$((failed + 1))
        echo "FAILED: $name: $*"
        tail -n 40 "$log"
    fi
}

# fails_saying TEXT COMMAND…: the command fails, and says so with that text.
fails_saying() {
    local text=$1 output
    shift
    if output=$("$@" 2>&1); then
        echo "it did not fail: $output"
        return 1
    fi
    grep -F -- "$text" <<<"$output" || { echo "$output"; return 1; }
}

copy_sources() {
    mkdir -p "$1"
    tar -C "$repository" --exclude=bin --exclude=obj -cf - Abstractions Host/Directory.Build.props Host/PluginLab.Rendering BannedSymbols.txt .editorconfig \
        Directory.Build.props Directory.Packages.props global.json | tar -C "$1" -xf -
}

write_solution() {
    { echo '<Solution>'; (cd "$1" && find "${@:2}" -name '*.*sproj' | sort | sed 's/.*/  <Project Path="&" \/>/'); echo '</Solution>'; } >"$1/All.slnx"
}

has_files() {
    local file
    for file in "$@"; do
        [ -s "$file" ] || { echo "missing: $file"; return 1; }
    done
}

no_contracts() {
    local found
    found=$(find "$@" -name PluginLab.Abstractions.dll -o -name PluginLab.Numerics.dll)
    [ -z "$found" ] || { echo "$found"; return 1; }
    ! grep -rlE 'lib/net10.0/PluginLab.(Abstractions|Numerics)' --include='*.deps.json' "$@"
}

same_packages() {
    local package
    for package in "$1"/*.nupkg; do
        cmp "$package" "$feed/$(basename "$package")" || return 1
    done
}

same_files() { diff -r "$1" "$2" -x bin -x obj -x lab-plugins -x results; }

in_folder() { (cd "$1" && "${@:2}"); }

# Packages
expect "packing the solution" env -u NUGET_PACKAGES dotnet pack "$repository/PluginLab.sln" -c Release -o "$feed" "$@"
version=$(basename "$(ls "$feed"/pluginlab.*.nupkg 2>/dev/null)" .nupkg)
version=${version#pluginlab.}
for package in PluginLab.Abstractions PluginLab.Numerics PluginLab.Rendering PluginLab.Testing PluginLab.FSharp PluginLab.Templates pluginlab; do
    expect "there is $package" has_files "$feed/$package.$version.nupkg"
done

copy_sources "$work/another/folder"
write_solution "$work/another/folder" Abstractions/PluginLab.{Abstractions,Numerics,Testing} Host/PluginLab.Rendering
expect "packing in another folder" env -u NUGET_PACKAGES dotnet pack "$work/another/folder/All.slnx" -c Release -o "$work/again"
expect "the same bytes from another folder" same_packages "$work/again"
sed -i 's/FigureSize Square /FigureSize SquareOne /' "$work/another/folder/Abstractions/PluginLab.Abstractions/Figures/Figure.cs"
expect "a member that went is told against the last release" fails_saying "CP0002: Member 'PluginLab.Figures.FigureSize PluginLab.Figures.FigureSize.Square.get' exists" \
    env -u NUGET_PACKAGES dotnet pack "$work/another/folder/Abstractions/PluginLab.Abstractions" -c Release -o "$work/broken" "-p:PackageValidationBaselinePath=$feed/PluginLab.Abstractions.$version.nupkg"

# An empty folder with a local feed; what else the projects need comes from what was restored here before.
lab="$work/lab"
mkdir "$lab"
cat >"$lab/nuget.config" <<END
<configuration>
  <packageSources><clear /><add key="packed" value="$feed" /><add key="restored" value="$cache" /></packageSources>
</configuration>
END
cd "$lab" || exit 1
expect "the tool installs" dotnet tool install pluginlab --tool-path "$work/tools" --version "$version"
pluginlab="$work/tools/pluginlab"
expect "a new experiment in C#" "$pluginlab" new experiment HalfLife --lang cs
expect "a new experiment in F#" "$pluginlab" new experiment DecayRate --lang fs
expect "a new integrator in C#" "$pluginlab" new experiment RalstonTwo --lang cs --kind integrator
expect "a new integrator in F#" "$pluginlab" new integrator HeunTwo --lang fs
expect "a new renderer in C#" "$pluginlab" new renderer BlockText
expect "nothing is overwritten" fails_saying "HalfLife is there already" "$pluginlab" new experiment HalfLife
write_solution . .
expect "they build without a warning" dotnet build All.slnx -warnaserror
expect "they keep their contracts" dotnet test All.slnx --no-build
expect "the host's contracts stay with the host" no_contracts */lab-plugins
for plugin in HalfLife DecayRate RalstonTwo HeunTwo BlockText; do
    expect "$plugin runs" in_folder "$plugin" "$pluginlab" run
done
expect "figures are there" has_files HalfLife/results/runs/half-life{,-fast}/figures/decay.svg DecayRate/results/runs/decay-rate/figures/decay.svg \
    {RalstonTwo,HeunTwo}/results/runs/tied-mode/figures/strength.svg BlockText/results/runs/tied-mode/figures/strength.txt
expect "plugins check passes" "$pluginlab" plugins check HalfLife/lab-plugins

# Both dropped into one laboratory by hand.
mkdir -p both/lab-plugins
cp -r HalfLife/HalfLife/bin/Debug/net10.0 both/lab-plugins/HalfLife
cp -r DecayRate/DecayRate/bin/Debug/net10.0 both/lab-plugins/DecayRate
echo '{ "version": 1, "runs": [{ "name": "cs", "experiment": "half-life" }, { "name": "fs", "experiment": "decay-rate", "parameters": { "rate": 2 } }] }' >both/experiments.json
expect "both are listed" in_folder both bash -c "'$pluginlab' list | grep -E 'half-life +HalfLife' && '$pluginlab' list | grep -E 'decay-rate +DecayRate'"
expect "both run" in_folder both "$pluginlab" run
expect "both have figures" has_files both/results/index.html both/results/runs/{cs,fs}/figures/decay.svg

# The templates of 'dotnet new' are those of the tool.
expect "the templates install" dotnet new install "$feed/PluginLab.Templates.$version.nupkg" --debug:custom-hive "$work/hive"
new_by_template() { dotnet new "pluginlab-$1" --language "$2" -n "$3" -o "templates/$3" --debug:custom-hive "$work/hive" && same_files "templates/$3" "$3"; }
expect "dotnet new writes the experiment in C#" new_by_template experiment 'C#' HalfLife
expect "dotnet new writes the experiment in F#" new_by_template experiment 'F#' DecayRate
expect "dotnet new writes the integrator in C#" new_by_template integrator 'C#' RalstonTwo
expect "dotnet new writes the integrator in F#" new_by_template integrator 'F#' HeunTwo
expect "dotnet new writes the renderer in C#" new_by_template renderer 'C#' BlockText

# An older framework; its reference assemblies need not be here for the sentence.
sed -i 's/net10.0/net8.0/; s/<\/PropertyGroup>/<DisableImplicitFrameworkReferences>true<\/DisableImplicitFrameworkReferences><\/PropertyGroup>/' HalfLife/Directory.Build.props
expect "an older framework is told" fails_saying \
    "error PL2006: A plugin of PluginLab targets net10.0 or newer, and HalfLife targets net8.0; set <TargetFramework>net10.0</TargetFramework> in the project file." \
    dotnet build HalfLife/HalfLife

# A script gets the assemblies that a plugin leaves to the host.
cat >draw.fsx <<END
#r "nuget: PluginLab.Numerics, $version"
#r "nuget: PluginLab.Rendering, $version"
open PluginLab.Dynamics
open PluginLab.Figures
let problem = InitialValueProblem(DynamicsSystem.FromFunction(1, fun _ x -> [| -x[0] |]), [ 1.0 ], 0.0, 4.0)
let integrator = PluginLab.Numerics.Integration.StepIntegrators.DormandPrince5(1e-9, 1e-12)
let decay = integrator.Integrate(problem, SaveAt.EquallySpaced(0.0, 4.0, 50), System.Threading.CancellationToken.None).Trajectory
let panel = Panel(X = Axis.Linear "time \$t\$", Y = Axis.Logarithmic "\$x\$", Marks = [ Line(Id = "x", X = decay.Times, Y = decay.Component 0) ])
let figure = Figure(Id = "decay", Title = "Decay", Caption = "It decays.", AltText = "A falling line.", Panels = [ panel ])
System.IO.File.WriteAllBytes("decay.svg", (PluginLab.Rendering.SvgRenderer().Render(figure, RenderOptions())).Content.ToArray())
END
expect "an F# script integrates and draws" dotnet fsi draw.fsx
expect "its figure is there" has_files decay.svg

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
