# Draws five figures of the default manifest with gnuplot, from the CSV that PluginLab writes beside its own.
# Usage: gnuplot -e "results='RESULTS'; out='OUT'" with_gnuplot.gp

set datafile separator ","
set datafile missing ""
array colors[5] = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#222222"]
mark(file, panel, name) = sprintf("< awk -F, '$1==%d && $2==\"%s\"' %s/runs/%s", panel, name, results, file)
set border 3 lc rgb "#444444"
set tics nomirror out
set grid lc rgb "#e6e6e6" lt 1
set key noautotitle

# Mode strengths.
set terminal svg enhanced size 640,400 font "Liberation Sans,11"
set output out."/mode-strengths.svg"
file = "diagonal/data/mode-strengths.csv"
set title "{/:Bold Targets are learned one after another, the strongest first}" left
set xlabel "flow time {/:Italic t}"
set ylabel "strength {/:Italic W^e_i} · {/:Italic W^d_i}"
set key outside right top Left reverse
targets = "4 2 1 0.5"
plot for [i=1:4] mark(file, 1, sprintf("strength-%d", i)) using 5:6 with lines lw 1.6 lc rgb colors[i] title sprintf("s_%d = %s", i, word(targets, i)), \
     for [i=1:4] mark(file, 1, sprintf("logistic-%d", i)) using 5:6 with lines dt 2 lw 1.2 lc rgb "#222222" title (i == 1 ? "logistic at T_i" : ""), \
     for [i=1:3] mark(file, 1, sprintf("note-%d", i)) using 5:6 with points pt 7 ps 0.6 lc rgb colors[i] title (i == 1 ? "half-time of the note" : "")

# Growth times.
set terminal svg enhanced size 1060,420 font "Liberation Sans,11"
set output out."/growth-time.svg"
file = "degree/data/growth-time.csv"
unset title
set multiplot layout 1,2 title "{/:Bold Growth takes a power of the start, from three weights on}" left
set logscale xy
set format xy "10^{%T}"
set xlabel "initial product {/:Italic ε}"
set ylabel "growth time {/:Italic T}_1"
set key inside right top Left reverse
plot for [i=1:5] mark(file, 1, sprintf("degree-%d", i)) using 5:6 every 20 with linespoints pt i+3 ps 0.6 lw 1.6 lc rgb colors[i] title sprintf("d = %d", i), \
     for [i=1:5] mark(file, 1, sprintf("exact-%d", i)) using 5:6 with lines dt 2 lw 1.2 lc rgb "#222222" title (i == 1 ? "exact" : "")
unset logscale y
set format y "%.1f"
set ylabel "exponent of {/:Italic T}_1 in {/:Italic ε}"
set key outside
plot for [i=1:5] mark(file, 2, sprintf("local-%d", i)) using 5:6 every 20 with linespoints pt i+3 ps 0.6 lw 1.6 lc rgb colors[i] title sprintf("d = %d", i), \
     for [i=1:5] mark(file, 2, sprintf("local-exact-%d", i)) using 5:6 with lines dt 2 lw 1.2 lc rgb "#222222"
unset multiplot
unset logscale
set format

# The map of final ratios.
set terminal svg enhanced size 640,590 font "Liberation Sans,11"
set output out."/final-ratio-map.svg"
file = "equalization/data/final-ratio-map.csv"
set title "{/:Bold The final ratio depends on {/:Italic w@_1^2} − {/:Italic w@_2^2} alone}" left
set xlabel "initial weight {/:Italic w}_1(0)/√s"
set ylabel "initial weight {/:Italic w}_2(0)/√s"
set size square
set xrange [-2:2]
set yrange [-2:2]
set palette defined (-0.62 "#053061", -0.31 "#4393c3", 0 "#f7f7f7", 0.31 "#d6604d", 0.62 "#67001f")
set cbrange [-0.62:0.62]
set cblabel "final ratio {/:Italic w}_1/{/:Italic w}_2"
set cbtics ("0.5" -0.30103, "1" 0, "2" 0.30103)
set key below
plot mark(file, 1, "final-ratio") using 5:6:(log10($11)) with image pixels, \
     mark(file, 1, "golden-ratio") using 5:6 with lines dt 2 lw 1.6 lc rgb "#332288" title "golden ratio: |w_1^2 − w_2^2| = s", \
     mark(file, 1, "ten-percent") using 5:6 with lines dt 2 lw 1.6 lc rgb "#117733" title "10 % apart: |w_1^2 − w_2^2| = 0.191s"
set size nosquare
set autoscale xy
unset title

# Half-times from Gaussian starts.
set terminal svg enhanced size 960,720 font "Liberation Sans,11"
set output out."/gaussian-starts.svg"
file = "svd/data/gaussian-starts.csv"
set multiplot layout 2,2 title "{/:Bold Over Gaussian starts a rotation changes nothing, not even the chances}" left
set ylabel "share of the starts"
set key inside left top Left reverse
do for [i=1:4] {
    set title sprintf("({/:Italic s}_%d = %s)", i, word(targets, i)) left
    set xlabel sprintf("half-time {/:Italic T}_%d", i)
    set autoscale y
    stats mark(file, i, sprintf("mean-%d", i)) using 5 nooutput
    set yrange [0:1]
    set arrow 1 from STATS_mean, graph 0 to STATS_mean, graph 1 nohead dt 2 lc rgb "#222222"
    plot mark(file, i, sprintf("rotated-%d", i)) using 5:6 with steps lw 1.6 lc rgb colors[1] title "on Σ", \
         mark(file, i, sprintf("diagonal-%d", i)) using 5:6 with steps lw 1.6 lc rgb colors[2] title "on S"
    unset arrow 1
}
unset multiplot
set autoscale y
unset title

# The edge of stability.
set terminal svg enhanced size 900,640 font "Liberation Sans,11"
set output out."/edge-of-stability.svg"
file = "degree/data/edge-of-stability.csv"
names = "unbalanced-0 unbalanced-1 unbalanced-2 catapult"
rates = "0.25 0.35 0.45 0.7"
set multiplot layout 2,2 title "{/:Bold Descent ends in minima just flat enough for its learning rate}" left
set logscale x
set format x "10^{%T}"
set xlabel "step {/:Italic n}, counted from 1"
set key inside right top
do for [i=1:4] {
    set title sprintf("{/:Italic η} = %s", word(rates, i)) left
    set ylabel "sharpness λ/s^{2−2/{/:Italic d}}"
    unset logscale y
    set autoscale y
    stats mark(file, i, word(names, i)."-flow") using 6 nooutput
    flow = STATS_mean
    stats mark(file, i, word(names, i)."-limit") using 6 nooutput
    limit = STATS_mean
    set logscale y
    set yrange [1:16]
    set ytics (1, 2, 5, 10)
    plot flow with lines lc rgb "#8c8c8c" title (i < 4 ? "flow" : "start"), limit with lines dt 2 lc rgb "#222222" title "2/η", \
         mark(file, i, word(names, i)) using 5:6 with lines lw 1.6 lc rgb colors[1]
}
unset multiplot
