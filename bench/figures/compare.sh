#!/usr/bin/env bash
# Five figures of the default manifest beside matplotlib's and gnuplot's of the same data: one sheet, ours on the left.
# Usage: bench/figures/compare.sh [RESULTS] [OUT]. Needs Debian's python3-matplotlib, gnuplot-nox, librsvg2-bin, imagemagick and fonts-liberation.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
results=${1:-results}
out=${2:-figure-comparison}
for tool in gnuplot rsvg-convert convert; do
    command -v "$tool" >/dev/null || { echo "compare.sh: $tool is not installed; apt-get install gnuplot-nox librsvg2-bin imagemagick" >&2; exit 2; }
done
python=$(for candidate in python3 /usr/bin/python3; do "$candidate" -c 'import matplotlib' 2>/dev/null && echo "$candidate" && break; done)
[ -n "$python" ] || { echo "compare.sh: no python3 with matplotlib; apt-get install python3-matplotlib" >&2; exit 2; }
[ -d "$results/runs" ] || { echo "compare.sh: no results in '$results'; run the default manifest first" >&2; exit 2; }

figures=(diagonal/mode-strengths degree/growth-time equalization/final-ratio-map svd/gaussian-starts degree/edge-of-stability)
mkdir -p "$out"/{ours,matplotlib,gnuplot}
"$python" "$here/with_matplotlib.py" "$results" "$out/matplotlib"
gnuplot -e "results='$results'; out='$out/gnuplot'" "$here/with_gnuplot.gp"
rows=()
for figure in "${figures[@]}"; do
    name=${figure#*/}
    cp "$results/runs/${figure%/*}/figures/$name.svg" "$out/ours/"
    for maker in ours matplotlib gnuplot; do
        rsvg-convert -b white -w 1200 "$out/$maker/$name.svg" -o "$out/$maker/$name.png"
    done
    convert "$out"/{ours,matplotlib,gnuplot}/"$name.png" -bordercolor white -border 20 +append "$out/$name.png"
    rows+=("$out/$name.png")
    printf '%-20s' "$name"
    for maker in ours matplotlib gnuplot; do printf '  %s %d bytes' "$maker" "$(stat -c %s "$out/$maker/$name.svg")"; done
    echo
done
convert "${rows[@]}" -append "$out/sheet.png"
echo "sheet: $out/sheet.png"
