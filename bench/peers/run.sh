#!/usr/bin/env bash
# Builds the peers of docs/performance.md, runs them and `pluginlab bench` in turn on the same inputs, and prints the tables of ratios.
# Needs the .NET 10 SDK and, on Debian: apt-get install g++ libboost-dev libsundials-dev libgsl-dev libopenblas-pthread-dev
# --all also runs SciPy if it is there (python3-numpy python3-scipy python3-numba). What is missing or fails is said to be missing; the rest goes on without it.
#
# Usage: bench/peers/run.sh [--quick | --all] [--rounds N] [--docs] [DIR]
#   --quick     the tolerances of the bars alone, about two minutes; else the best packaged peers at every tolerance, about ten
#   --all       also, once, the peers that are far behind and what is written by hand in C++: about ten minutes more
#   --rounds N  how often peers and PluginLab take turns (2; with one round a ratio has no spread)
#   --docs      also write the tables of docs/performance.md, its figure and results/work-precision.csv; not with --quick
#   --help      show this
#   DIR         where the measurements go (artifacts/peers/<date>)
# Inputs, references and programs are kept in $PEERS (artifacts/peers), so that a second run does not compute them again.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)

say() { echo "run.sh: $*" >&2; }

# refuse MESSAGE: ends what cannot begin.
refuse() {
    say "$*; see bench/peers/run.sh --help"
    exit 2
}

quick=false all=false docs=false rounds=2 results=
while [ $# -gt 0 ]; do
    case $1 in
        --quick) quick=true ;;
        --all) all=true ;;
        --docs) docs=true ;;
        --help | -h) sed -nE '2,/^set /s/^# ?//p' "$0"; exit 0 ;;
        --rounds)
            [[ ${2-} =~ ^[1-9][0-9]?$ ]] || refuse "--rounds is \"${2-}\"; it must be a whole number from 1 to 99"
            rounds=$2
            shift ;;
        -*) refuse "there is no option $1" ;;
        *)
            [ -n "$1" ] || refuse "DIR is empty; it must be a folder to write to, or left out"
            [ -z "$results" ] || refuse "DIR is given twice, as $results and as $1; leave one of them out"
            [ ! -e "$1" ] || [ -d "$1" ] || refuse "$1 is a file; DIR must be a folder to write to"
            [ -z "$(find "$1" -maxdepth 1 -name '*.csv' -print -quit 2>/dev/null)" ] || refuse "$1 holds measurements already, which would count as some of these; name another folder"
            results=$1 ;;
    esac
    shift
done
if $quick && $docs; then refuse "--docs writes a figure of every tolerance, which --quick does not measure; leave one of them out"; fi
if $quick && $all; then refuse "--quick measures the bars alone and --all every peer; leave one of them out"; fi
command -v dotnet >/dev/null || { say "the .NET 10 SDK is missing; install it, and put dotnet on the PATH"; exit 1; }

export PEERS=${PEERS:-$root/artifacts/peers} OPENBLAS_NUM_THREADS=1 DOTNET_NOLOGO=1
results=${results:-$PEERS/$(date +%Y%m%d-%H%M%S)}
mkdir -p "$PEERS/bin" "$PEERS/data" "$results"
results=$(cd "$results" && pwd)
pluginlab=$root/Host/PluginLab.Host/bin/Release/net10.0/pluginlab
has_avx512=$(grep -qm1 avx512f /proc/cpuinfo && echo true || echo false)
cores=$(nproc)
# shellcheck source=bench/peers/rounds.sh
. "$here/rounds.sh"

# compile NAME OPTIONS…: bin/NAME from src/NAME.cpp, unless it is newer than all sources; an old one never stands in for one that cannot be built.
compile() {
    local name=$1
    shift
    [ -n "$(find "$here/src" -newer "$PEERS/bin/$name" -print -quit 2>/dev/null)" ] || [ ! -x "$PEERS/bin/$name" ] || return 0
    say "compiling $name"
    rm -f "$PEERS/bin/$name"
    g++ -std=c++17 "$here/src/$name.cpp" -o "$PEERS/bin/$name" "$@" || say "$name cannot be built, for the reason above; its lines will be missing"
}

build() {
    local fast=(-O3 -march=native -DNDEBUG)
    compile gen -O2 -ffp-contract=off
    compile ref "${fast[@]}" -lopenblas -lpthread
    compile gemm "${fast[@]}" -lopenblas -lpthread
    compile w1_boost "${fast[@]}" -lpthread
    compile lin_libs "${fast[@]}" -lsundials_cvode -lsundials_arkode -lsundials_nvecserial -lgsl -lopenblas -lpthread
    if $all; then
        compile lin_hand "${fast[@]}" -lopenblas -lpthread
        if $has_avx512; then compile w1_simd "${fast[@]}" -lpthread; fi
        dotnet build "$here/mathnet" -c Release -v quiet >&2 || say "the program with MathNet cannot be built; its lines will be missing"
    fi
    dotnet build "$root/Host/PluginLab.Host" -c Release -v quiet >&2
    dotnet build "$root/bench/PluginLab.Bench" -c Release -v quiet >&2
}

prepare() {
    [ -f "$PEERS/data/w3_32.bin" ] || peer gen >"$PEERS/gen.txt"
    for name in w1p w1q w2_64 w2_256 w3_32; do
        [ -f "$PEERS/data/$name.ref" ] || { say "computing the reference of $name, up to two minutes"; peer ref $name; }
        [ -f "$PEERS/data/$name.ref" ] || say "there is no reference of $name: PluginLab is compared with a solve of its own"
    done
}

# OpenBLAS takes a processor newer than itself for the oldest one it knows: use whatever core type is fastest here. Sets kernels to the library's own name for it.
choose_core() {
    local best=0 core speed name chosen=
    kernels=none
    unset OPENBLAS_CORETYPE OPENBLAS_L2_SIZE
    [ -x "$PEERS/bin/gemm" ] || return 0
    for core in "" SkylakeX Haswell Zen; do
        [ "$core" != SkylakeX ] || $has_avx512 || continue
        # An empty core type is not the same as none: the library then chooses among others.
        read -r speed name < <(env ${core:+OPENBLAS_CORETYPE=$core} "$PEERS/bin/gemm" probe) || continue
        say "OpenBLAS, core type ${core:-left to the library}: $speed GFLOP/s with its $name kernels"
        if awk -v a="$speed" -v b="$best" 'BEGIN { exit !(a > 1.05 * b) }'; then best=$speed chosen=$core kernels=$name; fi
    done
    [ -z "$chosen" ] || export OPENBLAS_CORETYPE=$chosen
}

describe_machine() {
    echo "processor: $(sed -nE 's/^model name\s*: //p' /proc/cpuinfo | head -1)"
    echo "cores: $cores"
    echo "avx-512: $($has_avx512 && echo yes || echo no)"
    echo "openblas-kernels: $kernels"
}

build
prepare
choose_core
describe_machine >"$results/machine.txt"
for round in $(seq "$rounds"); do
    say "round $round of $rounds"
    if $quick; then quick_round; else full_round; fi | tee "$results/round-$round.csv" >&2
done
if ! $quick; then say "curves, once"; curves | tee "$results/curves.csv" >&2; fi
if $all; then say "other peers, once"; extras | tee "$results/extras.csv" >&2; fi
bench=(dotnet "$root/bench/PluginLab.Bench/bin/Release/net10.0/PluginLab.Bench.dll")
"${bench[@]}" peers "$results"
if $docs; then "${bench[@]}" performance-page "$results" "$root"; fi
