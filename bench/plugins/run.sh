#!/bin/sh
# How long plugins take: `pluginlab list` with 0, 20 and 100 of them besides the bundled ones, and one alone: inspected, and loaded after the first.
# The plugins are copies of one with other digits in its name, type and id, so that each is an assembly of its own.
set -eu
cd "$(dirname "$0")/../.."
rounds=${1:-15}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

dotnet build -c Release -v q bench/plugins/Plugin000 >&2
dotnet build -c Release -v q bench/PluginLab.Bench >&2
host=Host/PluginLab.Host/bin/Release/net10.0/pluginlab
for i in $(seq 100); do
    n=$(printf %03d "$i")
    for count in 20 100; do
        if [ "$i" -le "$count" ]; then
            mkdir -p "$work/$count/Plugin$n"
            LC_ALL=C sed "s/Plugin000/Plugin$n/g; s/-\x000\x000\x000\x00/-\x00$(printf %s "$n" | sed 's/./&\\x00/g')/g" \
                bench/plugins/Plugin000/bin/Release/net10.0/Plugin000.dll > "$work/$count/Plugin$n/Plugin$n.dll"
        fi
    done
done
mkdir -p "$work/0" "$work/cache"

median() { sort -n | awk '{ a[NR] = $1 } END { print (NR % 2) ? a[(NR + 1) / 2] : (a[NR / 2] + a[NR / 2 + 1]) / 2 }'; }
seconds_of_list() {
    cd "$work/$1"
    start=$(date +%s%N)
    XDG_CACHE_HOME="$work/cache" "$OLDPWD/$host" list $2 > "$work/list.txt"
    end=$(date +%s%N)
    cd "$OLDPWD"
    found=$(grep -c 'plugin-[0-9]' "$work/list.txt" || true)
    [ "$found" = "$1" ] || { echo "list shows $found of $1 plugins" >&2; exit 1; }
    echo "$(( (end - start) / 1000 ))" | awk '{ print $1 / 1e6 }'
}

for count in 0 20 100; do
    plugins=$([ "$count" = 0 ] || echo "--plugins .")
    cold=$(seconds_of_list "$count" "$plugins")
    warm=$(for round in $(seq "$rounds"); do seconds_of_list "$count" "$plugins"; done | median)
    echo "list with $count plugins: first $cold s (copies them), then median $warm s"
done
dotnet bench/PluginLab.Bench/bin/Release/net10.0/PluginLab.Bench.dll plugins "$work/100"
