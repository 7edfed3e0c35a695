"""What each way of storing a transformer's weights costs, on real cells that are only tested on.

``python -m models.release table --fit FIT.pt [--json]`` prints it. Rates in the browser's runtimes need Node.js and the
packages of package.json; they are left out where those are absent.
"""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass

import numpy as np
import onnx
from scipy.stats import spearmanr

from models.browser_rates import browser_rates
from models.export import Tokens, session
from models.gradient import OUTPUT, cotangent_names, gradient_graph
from models.quantize import drift
from models.schemes import SCHEMES, store

AGREEMENT, KL, SPEARMAN = 0.995, 1e-3, 0.99
BATCH = 32


@dataclass(frozen=True)
class Row:
    """A scheme beside float32; of the heads the worst counts. Rates in cells/s, None where not measured."""

    bytes: int
    top1_agreement: float
    mean_kl: float
    attribution_spearman: float
    native: float
    wasm: float | None = None
    webgpu: float | None = None

    @property
    def is_within_bars(self) -> bool:
        """Whether a model may be released so."""
        return self.top1_agreement >= AGREEMENT and self.mean_kl <= KL and self.attribution_spearman >= SPEARMAN


def batches(tokens: Tokens, heads: int) -> list[dict[str, np.ndarray]]:
    """Inputs of ``BATCH`` cells each, every phenotype masked."""
    genes, values, mask = tokens
    found = []
    for first in range(0, len(genes), BATCH):
        some = slice(first, first + BATCH)
        given = np.zeros((len(genes[some]), heads), np.int32)
        feed = {"genes": genes[some].astype(np.int32), "values": values[some], "mask": mask[some], "phenotypes": given}
        found.append(feed)
    return found


def logits_of(predict: bytes, heads: list[str], feeds: list[dict]) -> tuple[list[np.ndarray], float]:
    """Logits per head, and cells a second of processor time on one thread."""
    model = session(predict)
    outputs = [f"logits_{head}" for head in heads]
    model.run(outputs, feeds[0])
    start = time.process_time()
    parts = [model.run(outputs, feed) for feed in feeds]
    seconds = time.process_time() - start
    cells = sum(len(feed["genes"]) for feed in feeds)
    return [np.concatenate(column) for column in zip(*parts, strict=True)], cells / seconds


def attributions(
    predict: onnx.ModelProto, heads: list[str], feeds: list[dict], classes: list[np.ndarray], sizes: list[int]
) -> list[list[np.ndarray]]:
    """Per head and cell, gradient x value of a class's logit over the cell's gene tokens."""
    model = session(gradient_graph(predict, heads).SerializeToString())
    found = []
    for head, chosen in enumerate(classes):
        cells: list[np.ndarray] = []
        for feed in feeds:
            rows = np.arange(len(feed["genes"]))
            given = {name: np.zeros((len(rows), size), np.float32) for name, size in zip(cotangent_names(heads), sizes)}
            given[cotangent_names(heads)[head]][rows, chosen[len(cells) + rows]] = 1
            product = model.run([OUTPUT], {**feed, **given})[0] * feed["values"]
            cells += [row[mask > 0] for row, mask in zip(product, feed["mask"], strict=True)]
        found.append(cells)
    return found


def mean_spearman(reference: list[np.ndarray], other: list[np.ndarray]) -> float:
    """Mean over cells of the rank correlation over a cell's genes; cells of fewer than three genes say nothing."""
    found = [spearmanr(a, b).statistic for a, b in zip(reference, other, strict=True) if len(a) > 2]
    return float(np.mean(found))


def measure_schemes(
    exact: onnx.ModelProto, heads: list[str], tokens: Tokens, explained: int, names: tuple[str, ...] = tuple(SCHEMES)
) -> dict[str, Row]:
    """Every scheme beside float32 on encoded cells.

    Parameters
    ----------
    exact
        The float32 prediction graph.
    explained
        How many of the cells, evenly spread, attributions are compared on.
    """
    feeds = batches(tokens, len(heads))
    spread = np.unique(np.linspace(0, len(tokens[0]) - 1, explained).astype(int))
    explained_feeds = batches(tuple(part[spread] for part in tokens), len(heads))
    truth, _ = logits_of(exact.SerializeToString(), heads, feeds)
    classes, sizes = [x[spread].argmax(axis=1) for x in truth], [x.shape[1] for x in truth]
    because = attributions(exact, heads, explained_feeds, classes, sizes)
    rows = {}
    for name in names:
        model = store(exact, SCHEMES[name])
        content = model.SerializeToString()
        logits, rate = logits_of(content, heads, feeds)
        drifts = [drift(a, b) for a, b in zip(truth, logits, strict=True)]
        others = attributions(model, heads, explained_feeds, classes, sizes)
        rows[name] = Row(
            len(content), min(d[0] for d in drifts), max(d[1] for d in drifts),
            min(mean_spearman(a, b) for a, b in zip(because, others, strict=True)), round(rate, 1),
        )
    return rows


def choose(rows: dict[str, Row]) -> str:
    """The smallest scheme within the bars."""
    return min((name for name, row in rows.items() if row.is_within_bars), key=lambda name: rows[name].bytes)


def with_browser_rates(rows: dict[str, Row], exact: onnx.ModelProto, tokens: Tokens, heads: int) -> dict[str, Row]:
    """The rows with cells/s of ONNX Runtime's wasm and WebGPU builds, where they can be run here."""
    feed = batches(tuple(part[:BATCH] for part in tokens), heads)[0]
    found = browser_rates({name: store(exact, SCHEMES[name]).SerializeToString() for name in rows}, feed)
    return {name: Row(**{**asdict(row), **found.get(name, {})}) for name, row in rows.items()}


def markdown(rows: dict[str, Row], shipped: str) -> str:
    """The table of a card."""
    cell = lambda rate: "–" if rate is None else f"{rate:.3g}"  # noqa: E731
    lines = [
        "| weights | kB | top-1 agreement | mean KL | attribution Spearman | cells/s native | wasm | WebGPU, emulated |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, row in rows.items():
        words = SCHEMES[name].words
        lines.append(
            f"| {f'**{words}** (released)' if name == shipped else words} | {row.bytes / 1e3:,.0f} | "
            f"{row.top1_agreement:.4f} | {row.mean_kl:.2g} | {row.attribution_spearman:.4f} | "
            f"{cell(row.native)} | {cell(row.wasm)} | {cell(row.webgpu)} |"
        )
    return "\n".join(lines)
