#!/usr/bin/env bash
# How far lines of 100 000 points, simplified, differ as pictures from the same lines with every point: root mean square over the plot, of 255.
# Usage: bench/figures/raster-error.sh [OUT]. Needs Debian's librsvg2-bin, imagemagick and fonts-liberation.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
out=${1:-raster-error}
compare=$(command -v compare || true)
[ -n "$compare" ] && command -v rsvg-convert >/dev/null || { echo "raster-error.sh: compare or rsvg-convert is not installed; apt-get install imagemagick librsvg2-bin" >&2; exit 2; }
mkdir -p "$out"
dotnet run -c Release --project "$root/bench/PluginLab.Bench" -- every-point "$out" > "$out/plots.txt"
echo "| line | at 96 dpi | at 192 dpi | kB simplified | kB with every point |"
echo "|---|---:|---:|---:|---:|"
while read -r figure x y width height; do
    row="| \`$figure\` |"
    for zoom in 1 2; do
        crop="$((width * zoom))x$((height * zoom))+$((x * zoom))+$((y * zoom))"
        for drawing in "$figure" "$figure-every-point"; do
            rsvg-convert --unlimited -b white -z "$zoom" "$out/$drawing.svg" -o "$out/$drawing.png"
            mogrify -crop "$crop" +repage -alpha off -depth 8 "$out/$drawing.png"
        done
        share=$("$compare" -metric RMSE "$out/$figure.png" "$out/$figure-every-point.png" null: 2>&1 | sed 's/.*(\(.*\))/\1/' || true)
        row+=$(awk -v share="$share" 'BEGIN { printf " %.2f |", 255 * share }')
    done
    row+=$(awk -v a="$(stat -c %s "$out/$figure.svg")" -v b="$(stat -c %s "$out/$figure-every-point.svg")" 'BEGIN { printf " %.1f | %.0f |", a / 1000, b / 1000 }')
    echo "$row"
done < "$out/plots.txt"
