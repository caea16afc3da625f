# What bench/peers/run.sh measures: read by it, not run by itself. Every line that is measured goes to standard output in the form of src/common.hpp.

# peer PROGRAM ARGUMENTS…: one of the programs in C++, if it could be built.
peer() {
    [ -x "$PEERS/bin/$1" ] || { say "$1 is missing, and so are its lines"; return 0; }
    "$PEERS/bin/$1" "${@:2}" || say "$* failed: lines are missing"
}

# ours LABEL WORKLOAD DATA METHOD TOLERANCE THREADS OPTIONS…: one line of PluginLab, compared with the reference of DATA if there is one.
ours() {
    local label=$1 workload=$2 reference=$PEERS/data/$3.ref method=$4 tolerance=$5 threads=$6 line
    shift 6
    [ "$threads" -le "$cores" ] || return 0
    [ ! -f "$reference" ] || set -- --reference "$reference" "$@"
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

# The line of a workload's own integrator: the one that the bars are about. nominal LABEL WORKLOAD DATA [THREADS]
nominal() {
    ours "$1" "$2" "$3" default default "${4:-1}"
}

# adaptive LABEL WORKLOAD DATA METHOD RATIO TOLERANCE…: PluginLab with each tolerance; the absolute one is RATIO times the relative one.
adaptive() {
    local label=$1 workload=$2 data=$3 method=$4 ratio=$5 tolerance
    shift 5
    for tolerance in "$@"; do
        ours "$label" "$workload" "$data" "$method" "$tolerance" 1 --repeat 3 \
            --integrator "$method,relative-tolerance=$tolerance,absolute-tolerance=$(awk -v a="$tolerance" -v b="$ratio" 'BEGIN { print a * b }')"
    done
}

# constant LABEL WORKLOAD DATA METHOD OPTION STEP…: PluginLab with each constant step, which stands in place of the tolerance.
constant() {
    local label=$1 workload=$2 data=$3 method=$4 option=$5 step
    shift 5
    for step in "$@"; do ours "$label" "$workload" "$data" "$method" "$step" 1 --repeat 3 --integrator "$method,$option=$step"; done
}

# matrices SIZES…: PluginLab's products.
matrices() {
    local size form
    for size in "$@"; do
        for form in NN NT TN; do ours GEMM G none "n=$size-$form" 0 1 --set size="$size" --set form=$form; done
    done
}

# at METHOD TOLERANCE…: the list that PEER_ONLY takes.
at() {
    local method=$1 tolerance list=
    shift
    for tolerance in "$@"; do list=$list,$method@$tolerance; done
    echo "${list#,}"
}

# The tolerances next to the error that PluginLab reaches, on both sides of it.
quick_round() {
    export PEER_REPEATS=5
    PEER_ONLY=$(at dopri5 1e-08 1e-09) peer w1_boost
    nominal W1P W1P w1p
    nominal W1Q W1Q w1q
    PEER_ONLY=$(at cvode-bdf-pcg50 1e-05 1e-06 1e-07) peer lin_libs w3_32
    nominal W3_32 W3 w3_32
    PEER_ONLY=$(at dopri5-dense 1e-04 1e-05) peer lin_libs w2_256
    nominal W2_256 W2-256 w2_256
    PEER_REPEATS=9 PEER_ONLY=$(at dopri5-dense 1e-05 1e-06) peer lin_libs w2_64
    nominal W2_64 W2-64 w2_64
    peer gemm 2>/dev/null
    matrices 64 128 256
    unset PEER_REPEATS
}

full_round() {
    export PEER_REPEATS=3
    PEER_ONLY=$(at dopri5 1e-06 1e-07 1e-08 1e-09 1e-10),$(at fehlberg78 1e-06 1e-07 1e-08 1e-09 1e-10) peer w1_boost
    for workload in W1P W1Q; do
        nominal $workload $workload ${workload,,}
        nominal $workload $workload ${workload,,} 2
    done
    for name in w2_64 w2_256; do
        PEER_ONLY=$(at dopri5-dense 1e-04 1e-05 1e-06 1e-07 1e-08) peer lin_libs $name
        nominal ${name^^} ${name/w2_/W2-} $name
        nominal ${name^^} ${name/w2_/W2-} $name 2
    done
    PEER_ONLY=$(at cvode-bdf-pcg50 1e-04 1e-05 1e-06 1e-07 1e-08) peer lin_libs w3_32
    nominal W3_32 W3 w3_32
    peer gemm 2>/dev/null
    matrices 32 64 128 256 512
    ours GEMM G none n=512-NN 0 2 --set size=512
    unset PEER_REPEATS
}

# What PluginLab's integrators need for other errors: no ratio depends on it, so that it is run once.
curves() {
    local workload
    for workload in W1P W1Q; do
        adaptive $workload $workload ${workload,,} dormand-prince-5 0.01 1e-6 1e-7 1e-8 1e-9 1e-10
        adaptive $workload $workload ${workload,,} dormand-prince-8 0.01 1e-6 1e-7 1e-8 1e-9 1e-10
    done
    constant W1P W1P w1p runge-kutta-4 step 0.2 0.1 0.05 0.025
    constant W1P W1P w1p gradient-descent learning-rate 0.1 0.01
    for name in w2_64 w2_256; do
        adaptive ${name^^} ${name/w2_/W2-} $name dormand-prince-5 0.001 1e-4 1e-5 1e-6 1e-7 1e-8
        adaptive ${name^^} ${name/w2_/W2-} $name dormand-prince-8 0.001 1e-4 1e-5 1e-6 1e-7 1e-8
    done
    constant W2_64 W2-64 w2_64 runge-kutta-4 step 0.3 0.15 0.1
    adaptive W2_64 W2-64 w2_64 runge-kutta-chebyshev-2 0.001 1e-4 1e-5 1e-6
    adaptive W3_32 W3 w3_32 runge-kutta-chebyshev-2 0.001 1e-5 1e-6 1e-7 1e-8 1e-9
}

# Peers that are far behind, and what is written by hand.
extras() {
    if $has_avx512; then peer w1_simd; fi
    for name in w2_64 w3_32 w2_256; do
        peer lin_hand $name
        peer lin_libs $name
    done
    dotnet "$here/mathnet/bin/Release/net10.0/MathNetPeer.dll" || say "the program with MathNet failed: lines are missing"
    if /usr/bin/env python3 -c 'import scipy' 2>/dev/null; then python=python3
    elif /usr/bin/python3 -c 'import scipy' 2>/dev/null; then python=/usr/bin/python3
    else say "SciPy is not installed: its lines are missing"; return 0; fi
    $python "$here/src/w1_scipy.py" || say "SciPy failed on W1P and W1Q: lines are missing"
    $python "$here/src/lin_scipy.py" --stiff || say "SciPy failed on the networks: lines are missing"
}
