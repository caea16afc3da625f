#!/usr/bin/env bash
# Checks in a headless browser: over the figures of the gallery and, where there is a results/ folder, over its figures and its report.
# Texts neither overlap nor leave their drawing, none is under 8 px, plain labels are as wide as the embedded metrics say, nothing is
# logged as an error, the report fits 420, 940 and 1200 px and its content security policy blocks nothing of its own; its script does what it should on a
# page whose numbers are known; in light and dark.
# Usage: tests/External/run.sh [RESULTS]. Installs chromium, the fonts and librsvg where they are missing. The last line is "N passed, N failed".
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
results=${1:-$root/results}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

# Advance widths are those of Liberation Sans in units of 1/2048 em; a browser adds them in single precision.
width_tolerance=0.05

pass() { passed=$((passed + 1)); }
fail() { failed=$((failed + 1)); echo "FAILED: $1"; }
finish() { echo "$passed passed, $failed failed"; [ "$failed" -eq 0 ]; exit; }

find_browser() {
    local name
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        command -v "$name" && return
    done
}

install_missing() {
    local packages=()
    [ -n "$(find_browser)" ] || packages+=(chromium)
    fc-list 2>/dev/null | grep -q 'LiberationSans-Regular' || packages+=(fonts-liberation fontconfig)
    command -v rsvg-convert >/dev/null || packages+=(librsvg2-bin)
    [ ${#packages[@]} -eq 0 ] && return
    local root_command=()
    [ "$(id -u)" -eq 0 ] || root_command=(sudo)
    "${root_command[@]}" apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive "${root_command[@]}" apt-get install -y -qq --no-install-recommends "${packages[@]}" >"$work/install.log" 2>&1 \
        || { tail -5 "$work/install.log" 2>/dev/null; fail "installing ${packages[*]}"; finish; }
}

# text as a JavaScript string
quoted() { printf '"%s"' "$(sed 's/\\/\\\\/g; s/"/\\"/g' <<<"$1")"; }

# browse THEME: writes the lines of checks.js for all documents.
browse() {
    local theme=$1 scheme=1 page="$work/$1.html" file texts
    [ "$theme" = dark ] && scheme=0
    {
        printf '<!DOCTYPE html><html style="color-scheme:light dark"><head><meta charset="utf-8"><title>checks</title></head><body><pre id="result"></pre>\n<script>\nconst settings = { theme: "%s", widthTolerance: %s, page: %s, report: %s, points: %s, drawings: [\n' \
            "$theme" "$width_tolerance" "$([ -f "$results/index.html" ] && quoted "file://$results/index.html" || echo null)" \
            "$(quoted "file://$work/gallery/report/index.html")" "$(cat "$work/gallery/report/points.json")"
        for file in "$work"/gallery/*.svg; do
            texts=${file%.svg}.texts.json
            printf '{ name: %s, url: %s, texts: %s },\n' "$(quoted "gallery/$(basename "$file")")" "$(quoted "file://$file")" "$(cat "$texts")"
        done
        [ -d "$results" ] && find "$results" -name '*.svg' | LC_ALL=C sort | while read -r file; do
            printf '{ name: %s, url: %s, texts: null },\n' "$(quoted "${file#"$results"/}")" "$(quoted "file://$file")"
        done
        printf '] };\n</script>\n<script src="%s"></script><script src="%s"></script></body></html>\n' "file://$here/report.js" "file://$here/checks.js"
    } >"$page"
    timeout 120 "$browser" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
        --disable-component-update --disable-sync --allow-file-access-from-files --enable-logging=stderr --blink-settings=preferredColorScheme=$scheme \
        --user-data-dir="$work/profile-$theme" --window-size=1600,1200 --virtual-time-budget=600000 --dump-dom "file://$page" \
        >"$work/$theme.dom" 2>"$work/$theme.log"
    sed -n '/<pre id="result">/,/<\/pre>/p' "$work/$theme.dom" | sed 's/<pre id="result">//; s/<\/pre>.*//; s/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g'
}

check_theme() {
    local theme=$1 line ended=
    while read -r line; do
        case $line in
            "PASS $theme end") ended=yes ;;
            PASS*) pass; case $line in *": "*) echo "${line#PASS }" ;; esac ;;
            FAIL*) fail "${line#FAIL }" ;;
        esac
    done < <(browse "$theme")
    [ -n "$ended" ] || { tail -5 "$work/$theme.log"; fail "$theme: the browser did not finish"; }
    if grep -E 'CONSOLE.*(rror|Refused|violat|blocked)' "$work/$theme.log"; then
        fail "$theme: the console is not empty"
    else
        pass
    fi
}

# check_export: stored figures become PDF of the size asked for and PNG of the resolution asked for, the same bytes twice.
check_export() {
    local lab=(dotnet run -c Release --no-build --project "$root/Host/PluginLab.Host" --) size='/MediaBox \[ 0 0 243\.77[0-9]* 170\.07[0-9]* \]' take
    (cd "$root" && dotnet build -c Release Host/PluginLab.Host >"$work/export.log" 2>&1 && "${lab[@]}" run experiments.json --filter diagonal --out "$work/stored" >>"$work/export.log" 2>&1) && pass || { tail -5 "$work/export.log"; fail "results to export"; return; }
    for take in one two; do
        for format in pdf png; do
            "${lab[@]}" figures export "$work/stored" --filter 'diagonal/mode-strengths' --width-mm 86 --height-mm 60 --font-size-pt 8 --no-title --dpi 300 --format "$format" --out "$work/$take" >>"$work/export.log" 2>&1 \
                && pass || { tail -5 "$work/export.log"; fail "export as $format"; }
        done
    done
    grep -aqE "$size" "$work/one/diagonal/mode-strengths.pdf" && pass || fail "the PDF has 86 × 60 mm"
    [ "$(od -An -tu1 -j16 -N8 "$work/one/diagonal/mode-strengths.png" | tr -s ' ')" = " 0 0 3 248 0 0 2 197" ] && pass || fail "the PNG has 1016 × 709 pixels"
    diff -r "$work/one" "$work/two" >>"$work/export.log" && pass || fail "two exports have the same bytes"
}

install_missing
browser=$(find_browser | head -1)
dotnet run -c Release --project "$here/GalleryWriter" -- "$work/gallery" >"$work/gallery.log" 2>&1 && pass || { tail -5 "$work/gallery.log"; fail "writing the gallery"; finish; }
check_theme light
check_theme dark
for file in "$work"/gallery/*.svg; do
    rsvg-convert "$file" -o "$work/drawing.png" 2>"$work/rsvg.log" && [ ! -s "$work/rsvg.log" ] && pass || fail "librsvg draws $(basename "$file"): $(head -1 "$work/rsvg.log")"
done
check_export
finish
