"""Draws five figures of the default manifest with matplotlib, from the CSV that PluginLab writes beside its own.

Usage: python3 with_matplotlib.py RESULTS OUT. Tuned by hand as for a paper, in the colours and sizes of ours, so that what differs is the renderer.
"""
import csv
import json
import sys
from collections import defaultdict
from pathlib import Path

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import TwoSlopeNorm
from matplotlib.ticker import LogLocator

COLORS = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#222222"]
MARKERS = ["o", "s", "^", "D", "v"]
plt.rcParams.update({
    "font.family": "Liberation Sans", "font.size": 8.25, "axes.labelsize": 9, "axes.titlesize": 9.75,
    "axes.titleweight": "bold", "axes.titlelocation": "left", "axes.spines.top": False, "axes.spines.right": False, "axes.grid": True,
    "grid.color": "#e6e6e6", "lines.linewidth": 1.2, "legend.frameon": False, "svg.hashsalt": "pluginlab", "mathtext.fontset": "dejavusans",
})


def read(path):
    """The marks of a figure: (panel, mark) to its rows."""
    marks = defaultdict(list)
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            marks[int(row["panel"]), row["mark"]].append(row)
    return marks


def column(rows, name):
    return np.array([float(row[name]) if row[name] else np.nan for row in rows])


def points(rows):
    return column(rows, "x"), column(rows, "y")


def titled(figure, title, subtitle):
    """A title and a line below it, as ours have them; the second line of the title keeps the room."""
    text = figure.suptitle(title + "\n ", x=0.01, ha="left", weight="bold", size=9.75)
    figure.draw_without_rendering()
    box = text.get_window_extent().transformed(figure.transFigure.inverted())
    figure.text(0.01, box.y0, subtitle, size=8.25, color="#555555", va="bottom")


def inches(width, height):
    return width / 96, height / 96


def mode_strengths(results):
    marks = read(results / "runs/diagonal/data/mode-strengths.csv")
    figure, axes = plt.subplots(figsize=inches(640, 400), layout="constrained")
    for i, target in enumerate([4, 2, 1, 0.5]):
        axes.plot(*points(marks[1, f"strength-{i + 1}"]), color=COLORS[i], label=f"$s_{i + 1} = {target}$")
        axes.plot(*points(marks[1, f"logistic-{i + 1}"]), color="#222222", ls="--", lw=1, label="logistic at $T_i$" if i == 0 else None)
        if (1, f"note-{i + 1}") in marks:
            axes.plot(*points(marks[1, f"note-{i + 1}"]), "o", color=COLORS[i], label="half-time of the note" if i == 0 else None)
    axes.set(title="Targets are learned one after another, the strongest first", xlabel="flow time $t$", ylabel=r"strength $W^e_i \cdot W^d_i$")
    axes.legend(loc="center left", bbox_to_anchor=(1, 0.7))
    return figure


def growth_time(results):
    marks = read(results / "runs/degree/data/growth-time.csv")
    figure, (left, right) = plt.subplots(1, 2, figsize=inches(1060, 420), layout="constrained")
    for i in range(5):
        d = i + 1
        left.loglog(*points(marks[1, f"degree-{d}"]), color=COLORS[i], marker=MARKERS[i], markevery=20, ms=4, label=f"$d = {d}$")
        left.loglog(*points(marks[1, f"exact-{d}"]), color="#222222", ls="--", lw=1, label="exact" if i == 0 else None)
        right.semilogx(*points(marks[2, f"local-{d}"]), color=COLORS[i], marker=MARKERS[i], markevery=20, ms=4, label=f"$d = {d}$")
        right.semilogx(*points(marks[2, f"local-exact-{d}"]), color="#222222", ls="--", lw=1)
    window = marks[1, "window-times"][0]
    lower, upper = float(window["lower"]), float(window["upper"])
    claims = {claim["id"]: claim for claim in json.loads((results / "runs/degree/report.json").read_text(encoding="utf-8"))["claims"]}
    for axes in (left, right):
        axes.axvspan(lower, upper, color="#000000", alpha=0.08, lw=0, label="fit range" if axes is right else None)
    for d in (3, 4, 5):
        left.loglog(*points(marks[1, f"asymptote-{d}"]), color="#8c8c8c", lw=0.8, zorder=1)
        right.axhline(column(marks[2, f"power-{d}"], "y")[0], color="#8c8c8c", lw=0.8, zorder=1, label="asymptote" if d == 3 else None)
        fit = claims[f"note1-39-exponent-{d}"]
        right.plot(*points(marks[2, f"fit-{d}"]), color="#222222", ls=":", label=f"fit {fit['measured']:.4f} ± {fit['uncertainty']:.1g}")
    left.set(xlabel=r"initial product $\varepsilon$", ylabel="length of the first phase $T_1$")
    right.set(xlabel=r"initial product $\varepsilon$", ylabel=r"exponent of $T_1$ in $\varepsilon$")
    left.xaxis.set_major_locator(LogLocator(numticks=9))
    left.legend()
    right.legend(loc="center left", bbox_to_anchor=(1, 0.5))
    left.set_title("(a)")
    right.set_title("(b)")
    titled(figure, r"For $d > 2$ the first phase takes a time proportional to $\varepsilon^{-(1-2/d)}$", "121 starts for each degree, $s = 1$; time from $\\varepsilon$ to $s/2$; fits ± 95 %")
    return figure


def final_ratio_map(results):
    marks = read(results / "runs/equalization/data/final-ratio-map.csv")
    rows = marks[1, "final-ratio"]
    xs, ys = np.unique(column(rows, "x")), np.unique(column(rows, "y"))
    values = np.log10(column(rows, "value")).reshape(len(ys), len(xs))
    limit = np.nanmax(np.abs(values))
    figure, axes = plt.subplots(figsize=inches(640, 590), layout="constrained")
    axes.grid(False)
    axes.set_facecolor("#b4b4b4")
    image = axes.imshow(values, origin="lower", extent=(-2, 2, -2, 2), cmap="RdBu_r", norm=TwoSlopeNorm(0, -limit, limit), interpolation="none")
    for mark, color, label in [("golden-ratio", "#332288", r"golden ratio: $|w_1^2 - w_2^2| = s$"), ("ten-percent", "#117733", r"10 % apart: $|w_1^2 - w_2^2| = 0.191s$")]:
        axes.plot(*points(marks[1, mark]), ls="--", color=color, label=label)
    titled(figure, "The final ratio depends on $w_1^2 - w_2^2$ alone", "flow of $w_1w_2$ from 160000 starts")
    axes.set(xlabel=r"initial weight $w_1(0)/\sqrt{s}$", ylabel=r"initial weight $w_2(0)/\sqrt{s}$", xlim=(-2, 2), ylim=(-2, 2))
    bar = figure.colorbar(image, ax=axes, label="final ratio $w_1/w_2$")
    bar.set_ticks(np.log10([0.5, 1, 2]), labels=["0.5", "1", "2"])
    axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.12), ncols=2)
    return figure


def gaussian_starts(results):
    marks = read(results / "runs/svd/data/gaussian-starts.csv")
    figure, grid = plt.subplots(2, 2, figsize=inches(960, 720), layout="constrained")
    for i, (axes, target) in enumerate(zip(grid.flat, [4, 2, 1, 0.5])):
        axes.axvline(column(marks[i + 1, f"mean-{i + 1}"], "x")[0], color="#222222", ls="--", label=f"E $T_{i + 1}$")
        axes.step(*points(marks[i + 1, f"rotated-{i + 1}"]), where="post", color=COLORS[0], label=r"on $\Sigma$")
        axes.step(*points(marks[i + 1, f"diagonal-{i + 1}"]), where="post", color=COLORS[1], label="on $S$")
        axes.set(title=f"({'abcd'[i]}) $s_{i + 1} = {target}$", xlabel=f"half-time $T_{i + 1}$", ylabel="share of the starts", ylim=(0, 1))
        axes.legend()
    figure.suptitle("Over Gaussian starts a rotation changes nothing, not even the chances", x=0.01, ha="left", weight="bold", size=9.75)
    return figure


def edge_of_stability(results):
    marks = read(results / "runs/degree/data/edge-of-stability.csv")
    figure, grid = plt.subplots(2, 2, figsize=inches(900, 640), layout="constrained", sharex=True, sharey=True)
    names = ["unbalanced-0", "unbalanced-1", "unbalanced-2", "catapult"]
    for i, (axes, name, rate) in enumerate(zip(grid.flat, names, [0.25, 0.35, 0.45, 0.7])):
        axes.axhline(column(marks[i + 1, f"{name}-flow"], "y")[0], color="#8c8c8c", lw=1, label="start" if name == "catapult" else "flow")
        axes.axhline(column(marks[i + 1, f"{name}-limit"], "y")[0], color="#222222", ls="--", label=r"$2/\eta$")
        axes.loglog(*points(marks[i + 1, name]), color=COLORS[0])
        axes.set_yticks([1, 2, 5, 10], labels=["1", "2", "5", "10"])
        axes.set(title=rf"({'abcd'[i]}) $\eta = {rate}$", xlabel="step $n$, counted from 1" if i > 1 else None, ylabel=r"sharpness $\lambda/s^{2-2/d}$" if i % 2 == 0 else None, ylim=(1, 16))
        axes.legend()
    titled(figure, "Descent ends in minima just flat enough for its learning rate", "sharpness by Hessian-vector products over dual numbers; (a) to (c) four weights from $(1.625, 1.625, 0.15625, 0.15625)s^{1/4}$, (d) two weights beside $w_1 = 3w_2$")
    return figure


def main():
    results, out = Path(sys.argv[1]), Path(sys.argv[2])
    for draw in [mode_strengths, growth_time, final_ratio_map, gaussian_starts, edge_of_stability]:
        figure = draw(results)
        figure.savefig(out / f"{draw.__name__.replace('_', '-')}.svg", metadata={"Date": None})
        plt.close(figure)


if __name__ == "__main__":
    main()
