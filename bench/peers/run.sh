#!/usr/bin/env bash
# Builds the peers of docs/performance.md, runs them and `pluginlab bench` in turn on the same inputs, and prints the table of ratios.
# Needs the .NET 10 SDK and, on Debian: apt-get install g++ libboost-dev libsundials-dev libgsl-dev libopenblas-pthread-dev
# --all also runs SciPy if it is there (python3-numpy python3-scipy python3-numba); what is missing is said to be missing.
#
# Usage: bench/peers/run.sh [--quick | --all] [--rounds N] [--docs] [DIR]
#   --quick     the tolerances of the bars alone, about two minutes; else the best packaged peers at every tolerance, about ten
#   --all       also, once, the peers that are far behind and what is written by hand in C++: about ten minutes more
#   --rounds N  how often peers and PluginLab take turns (2; with one round a ratio has no spread)
#   --docs      also write the table of docs/performance.md, its figure and results/work-precision.csv
#   DIR         where the measurements go (artifacts/peers/<date>)
# Inputs, references and programs are kept in $PEERS (artifacts/peers), so that a second run does not compute them again.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
quick=false all=false docs=false rounds=2 results=
while [ $# -gt 0 ]; do
    case $1 in
        --quick) quick=true ;;
        --all) all=true ;;
        --docs) docs=true ;;
        --rounds) rounds=$2; shift ;;
        -*) echo "run.sh: there is no option $1; see the head of this file" >&2; exit 2 ;;
        *) results=$1 ;;
    esac
    shift
done
export PEERS=${PEERS:-$root/artifacts/peers} OPENBLAS_NUM_THREADS=1 DOTNET_NOLOGO=1
results=${results:-$PEERS/$(date +%Y%m%d-%H%M%S)}
mkdir -p "$PEERS/bin" "$PEERS/data" "$results"
results=$(cd "$results" && pwd)
pluginlab=$root/Host/PluginLab.Host/bin/Release/net10.0/pluginlab
has_avx512=$(grep -qm1 avx512f /proc/cpuinfo && echo true || echo false)

say() { echo "run.sh: $*" >&2; }

# compile NAME OPTIONS…: bin/NAME from src/NAME.cpp, unless it is newer than all sources.
compile() {
    local name=$1
    shift
    [ -n "$(find "$here/src" -newer "$PEERS/bin/$name" -print -quit 2>/dev/null)" ] || [ ! -x "$PEERS/bin/$name" ] || return 0
    say "compiling $name"
    g++ -std=c++17 "$here/src/$name.cpp" -o "$PEERS/bin/$name" "$@"
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
        dotnet build "$here/mathnet" -c Release -v quiet >&2
    fi
    dotnet build "$root/Host/PluginLab.Host" -c Release -v quiet >&2
    dotnet build "$root/bench/PluginLab.Bench" -c Release -v quiet >&2
}

prepare() {
    [ -f "$PEERS/data/w3_32.bin" ] || "$PEERS/bin/gen" >"$PEERS/gen.txt"
    for name in w1p w1q w2_64 w2_256 w3_32; do
        [ -f "$PEERS/data/$name.ref" ] || { say "computing the reference of $name, up to two minutes"; "$PEERS/bin/ref" $name; }
    done
}

# OpenBLAS takes a processor newer than itself for the oldest one it knows: use whatever core type is fastest here.
choose_core() {
    local best=0 core speed
    unset OPENBLAS_CORETYPE OPENBLAS_L2_SIZE
    for core in "" SkylakeX Haswell Zen; do
        [ "$core" != SkylakeX ] || $has_avx512 || continue
        # An empty core type is not the same as none: the library then chooses among others.
        speed=$(env ${core:+OPENBLAS_CORETYPE=$core} "$PEERS/bin/gemm" probe | cut -d' ' -f1) || continue
        say "OpenBLAS, core type ${core:-chosen by itself}: $speed GFLOP/s"
        if awk -v a="$speed" -v b="$best" 'BEGIN { exit !(a > 1.05 * b) }'; then best=$speed chosen=$core; fi
    done
    [ -z "${chosen:-}" ] || export OPENBLAS_CORETYPE=$chosen
}

# ours LABEL WORKLOAD METHOD TOLERANCE THREADS OPTIONS…: one line in the form of the peers' programs.
ours() {
    local label=$1 workload=$2 method=$3 tolerance=$4 threads=$5 line
    shift 5
    if ! line=$("$pluginlab" bench "$workload" --threads "$threads" "$@"); then say "$workload $*: no measurement"; return 0; fi
    field() { sed -nE "s/.*\"$1\":\"?([^,\"}]+).*/\1/p" <<<"$line"; }
    if [ "$workload" = G ]; then
        awk -v label="$label" -v method="$method" -v threads="$threads" -v n="${method//[!0-9]/}" \
            -v wall="$(field seconds)" -v processor="$(field processor-seconds)" -v count="$(field right-hand-sides)" -v error="$(field max-error)" 'BEGIN {
            seconds = threads == 1 ? processor : wall
            printf "%s,pluginlab,%s,0,%s,%d,%.6g,%.6g,%.2f,%s,%s,0\n", label, method, threads, count, wall / count, processor / count, 2 * n^3 * count / seconds * 1e-9, error, error }'
    else
        echo "$label,pluginlab,$method,$tolerance,$threads,1,$(field seconds),$(field processor-seconds),$(field right-hand-sides),$(field max-error),$(field max-error),0"
    fi
}

# solve LABEL WORKLOAD DATA METHOD RATIO TOLERANCE…: PluginLab with each tolerance; the absolute one is RATIO times the relative one.
solve() {
    local label=$1 workload=$2 reference=$PEERS/data/$3.ref method=$4 ratio=$5 tolerance
    shift 5
    for tolerance in "$@"; do
        ours "$label" "$workload" "$method" "$tolerance" 1 --reference "$reference" \
            --integrator "$method,relative-tolerance=$tolerance,absolute-tolerance=$(awk -v a="$tolerance" -v b="$ratio" 'BEGIN { print a * b }')"
    done
}

# matrices SIZES…: PluginLab's products.
matrices() {
    local size form
    for size in "$@"; do
        for form in NN NT TN; do ours GEMM G "n=$size-$form" 0 1 --set size="$size" --set form=$form; done
    done
}

# The first line of PluginLab for a workload is the workload's own integrator: the one that the bars are about.
nominal() {
    ours "$1" "$2" default default 1 --reference "$PEERS/data/$3.ref"
}

quick_round() {
    export PEER_REPEATS=5
    PEER_ONLY=dopri5@1e-08,dopri5@1e-09 "$PEERS/bin/w1_boost"
    nominal W1P W1P w1p
    nominal W1Q W1Q w1q
    PEER_ONLY=cvode-bdf-pcg50@1e-05,cvode-bdf-pcg50@1e-06,cvode-bdf-pcg50@1e-07 "$PEERS/bin/lin_libs" w3_32
    nominal W3_32 W3 w3_32
    PEER_ONLY=dopri5-dense@1e-05,dopri5-dense@1e-06 "$PEERS/bin/lin_libs" w2_256
    nominal W2_256 W2-256 w2_256
    PEER_REPEATS=9 PEER_ONLY=dopri5-dense@1e-05,dopri5-dense@1e-06 "$PEERS/bin/lin_libs" w2_64
    nominal W2_64 W2-64 w2_64
    "$PEERS/bin/gemm" 2>/dev/null
    matrices 64 128 256
    unset PEER_REPEATS
}

full_round() {
    export PEER_REPEATS=3
    PEER_ONLY=$(at dopri5 1e-06 1e-07 1e-08 1e-09 1e-10),$(at fehlberg78 1e-06 1e-07 1e-08 1e-09 1e-10) "$PEERS/bin/w1_boost"
    for workload in W1P W1Q; do
        nominal $workload $workload ${workload,,}
        ours $workload $workload default default 2 --reference "$PEERS/data/${workload,,}.ref"
        solve $workload $workload ${workload,,} dormand-prince-5 0.01 1e-6 1e-7 1e-8 1e-9 1e-10
        solve $workload $workload ${workload,,} dormand-prince-8 0.01 1e-6 1e-7 1e-8 1e-9 1e-10
    done
    for name in w2_64 w2_256; do
        PEER_ONLY=$(at dopri5-dense 1e-04 1e-05 1e-06 1e-07 1e-08) "$PEERS/bin/lin_libs" $name
        nominal ${name^^} ${name/w2_/W2-} $name
        ours ${name^^} ${name/w2_/W2-} default default 2 --reference "$PEERS/data/$name.ref"
        solve ${name^^} ${name/w2_/W2-} $name dormand-prince-5 0.001 1e-4 1e-5 1e-6 1e-7 1e-8
        solve ${name^^} ${name/w2_/W2-} $name dormand-prince-8 0.001 1e-4 1e-5 1e-6 1e-7 1e-8
    done
    PEER_ONLY=$(at cvode-bdf-pcg50 1e-04 1e-05 1e-06 1e-07 1e-08) "$PEERS/bin/lin_libs" w3_32
    nominal W3_32 W3 w3_32
    solve W3_32 W3 w3_32 runge-kutta-chebyshev-2 0.001 1e-5 1e-6 1e-7 1e-8 1e-9
    "$PEERS/bin/gemm" 2>/dev/null
    matrices 32 64 128 256 512
    ours GEMM G n=512-NN 0 2 --set size=512
    unset PEER_REPEATS
}

# at METHOD TOLERANCE…: the list that PEER_ONLY takes.
at() {
    local method=$1 tolerance list=
    shift
    for tolerance in "$@"; do list=$list,$method@$tolerance; done
    echo "${list#,}"
}

# What is run once.
extras() {
    if $has_avx512; then "$PEERS/bin/w1_simd"; fi
    for name in w2_64 w3_32 w2_256; do
        "$PEERS/bin/lin_hand" $name
        "$PEERS/bin/lin_libs" $name
    done
    dotnet "$here/mathnet/bin/Release/net10.0/MathNetPeer.dll"
    if /usr/bin/env python3 -c 'import scipy' 2>/dev/null; then python=python3
    elif /usr/bin/python3 -c 'import scipy' 2>/dev/null; then python=/usr/bin/python3
    else say "SciPy is not installed: its lines are missing"; return 0; fi
    $python "$here/src/w1_scipy.py"
    $python "$here/src/lin_scipy.py" --stiff
}

build
prepare
choose_core
{ sed -nE 's/^model name\s*: //p' /proc/cpuinfo | head -1; nproc; echo "${OPENBLAS_CORETYPE:-chosen by OpenBLAS}"; } >"$results/machine.txt"
for round in $(seq "$rounds"); do
    say "round $round of $rounds"
    if $quick; then quick_round; else full_round; fi | tee "$results/round-$round.csv" >&2
done
if $all; then say "what is run once"; extras | tee "$results/extras.csv" >&2; fi
bench=(dotnet "$root/bench/PluginLab.Bench/bin/Release/net10.0/PluginLab.Bench.dll")
"${bench[@]}" peers "$results"
if $docs; then "${bench[@]}" performance-page "$results" "$root"; fi
