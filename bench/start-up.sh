#!/usr/bin/env bash
# Wall seconds of the built application from process start to exit: median (minimum – maximum) of the counted runs after one warm-up.
# Build first: dotnet build PluginLab.sln -c Release. Usage: bench/start-up.sh [RUNS]
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-7}
application=Host/PluginLab.Host/bin/Release/net10.0/pluginlab
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
[ -x "$application" ] || { echo "Build first: dotnet build PluginLab.sln -c Release" >&2; exit 2; }

seconds() {
    local start end
    start=$(date +%s%N)
    "$@" >/dev/null 2>&1
    end=$(date +%s%N)
    awk -v ns=$((end - start)) 'BEGIN { printf "%.3f\n", ns / 1e9 }'
}

measure() {
    local name=$1 bar=$2
    shift 2
    seconds "$@" >/dev/null
    for _ in $(seq "$runs"); do
        rm -rf "$scratch/results"
        seconds "$@"
    done | sort -n | awk -v name="$name" -v bar="$bar" '{ t[NR] = $1 } END { printf "%-18s %6.3f s (%.3f – %.3f), goal ≤ %s s\n", name, t[int((NR + 1) / 2)], t[1], t[NR], bar }'
}

measure "--help" 0.15 "$application" --help
measure "list" 0.4 "$application" list
measure "default manifest" 5 "$application" run --out "$scratch/results"
