"""Measures the released models on held-out real cells (``python -m models.evaluate [FOLDER...] [--write]``).

The folders are asked as the page asks them; the baselines' answers come from ``python -m models.baselines``. ``--write`` puts one table
into models/EVALUATION.md, all numbers into models/evaluation.csv and what fails onto the models' cards.
"""

from __future__ import annotations

import argparse
import csv
import io
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from models import failures, strict, unknown
from models.baselines import BASELINES
from models.folder import RELEASED
from models.heldout import Measured, read_measured, test_sets
from models.labels import ClassTerm, read_classes
from models.lineages import groups
from models.measure import Folder, merge, right_classes
from models.metrics import bootstrap, expected_calibration_error, macro_f1, resolve, softmax, wilson
from models.splits import person
from models.unknown import silence

HERE = Path(__file__).parent
OUT, TABLE = HERE / "EVALUATION.md", HERE / "evaluation.csv"
NAMES = ("linear-atlas", "projection-atlas", "polygene-mini")
FAILS = "## Where it fails"
FEWEST_DONORS = 3
ABOUT = """\
Cells that no fit and no choice has seen. (*): other people of the same study were trained on; all other sets are
studies left out whole. 'Broad' is right where the group is (T cell, B cell, monocyte, dendritic cell, blood progenitor,
epithelial cell, neuron, ...: models/lineages.py), 'fine' where the class is, or a subtype of what the label says.
Intervals are of people drawn again where a set has three or more, else Wilson's over cells. Coverage: the share of
cells, the surest first, of which 95% are right. Silent: cells of known types of which the model says that they are like
nothing it knows. 'Logistic regression' and 'CellTypist' (the method, not its published models) were trained on the same
real cells, without profiles. All numbers, the majority class too: models/evaluation.csv."""
WORSE = """\
Against 0.1.0 (63 cell types, no marrow, colon or pancreas cell), on the same cells. Better: marrow (PolyGene mini,
broad .304 to .917), colon (.582 to 1.000), lung dendritic cells (PolyGene mini, fine .768 to .910), brain (linear .720
to .746, PolyGene mini .737 to .754). Worse: Kang's test donors by PolyGene mini (fine .952 to .948) and by the
projection (.832 to .787); calibration in fine types on Zheng (linear, ECE .113 to .116). No model beats the two
baselines on sorted blood; none reaches .85 on the brain, whose precursors it calls microglia or neurons. Lung cancer
lines are no class any more: the linear atlas calls half of them neural progenitors."""
FAILURES = "Of the cells of a label, how many are called so, and what the others are called most often."
STRANGE = """\
Cells of types that no class names, of tumours without labels, and of a panel of 141 genes: what it answers, and how
sure it is of that. Entropy is over the largest possible."""
SETS = {
    "zheng": "blood, sorted: Zheng 2017",
    "zheng but monocytes": "the same without its 'monocytes'",
    "kang_test_donors": "blood, lupus: Kang 2018 (*)",
    "darmanis_test_donors": "brain: Darmanis 2015 (*)",
    "vangalen_test_donors": "marrow, all: van Galen 2019 (*)",
    "vangalen healthy": "marrow, healthy donors alone (*)",
    "colon_test_donors": "colon epithelium, with cancer (*)",
    "zilionis": "dendritic cells of lung tumours: Zilionis 2019",
    "oligodendroglioma": "normal cells of a glioma: GSE70630",
}
COLUMNS = "set people cells model broad broad_low broad_high fine fine_low fine_high macro_f1 ece coverage_at_95 silent".split()


@dataclass
class Answers:
    """A model's cell-type probabilities over its own classes, which of these are right, and whether it is silent, per cell."""

    name: str
    terms: list[ClassTerm]
    probability: np.ndarray
    allowed: np.ndarray
    silent: np.ndarray | None


def probabilities(folder: Folder, cells: Measured) -> np.ndarray:
    """Cell types' probabilities of measured cells."""
    return softmax(folder.logits(cells)["cell_type"], folder.heads["cell_type"]["temperature"])


def of_folder(folder: Folder, cells: Measured) -> Answers:
    """What a model folder says of measured cells."""
    head = folder.heads["cell_type"]
    terms = [ClassTerm(one["label"], one["ontology_id"]) for one in head["classes"]]
    probability = probabilities(folder, cells)
    return Answers(folder.path.name, terms, probability, right_classes(cells, [term.label for term in terms]), silence(folder, cells)[1])


def of_baselines(path: Path, cells: Measured) -> list[Answers]:
    """What the baselines answered, where they were asked."""
    if not path.exists():
        return []
    terms, found = read_classes()["cell_type"], []
    with np.load(path) as kept:
        for name in BASELINES:
            if f"{name}/{cells.name}" in kept:
                probability = softmax(kept[f"{name}/{cells.name}"], float(kept[f"{name}/temperature"]))
                found.append(Answers(name, terms, probability, right_classes(cells, [term.label for term in terms]), None))
    return found


def interval(right: np.ndarray, people: np.ndarray) -> tuple[float, float]:
    """95% interval of a share: of three and more people by drawing people again, else Wilson's over cells."""
    names, codes = np.unique(people, return_inverse=True)
    if len(names) < FEWEST_DONORS:
        return wilson(int(right.sum()), len(right))
    hits, times = np.bincount(codes, right), np.bincount(codes)
    low, high = bootstrap(lambda h, t: float(h.sum() / t.sum()), hits, times)
    return low, high


def coverage(confidence: np.ndarray, right: np.ndarray, precision: float = 0.95) -> float:
    """The largest share of cells, the surest first, of which ``precision`` are right."""
    order = np.argsort(-confidence, kind="stable")
    share = np.cumsum(right[order]) / np.arange(1, len(right) + 1)
    return float((np.flatnonzero(share >= precision).max(initial=-1) + 1) / len(right))


def numbers(title: str, model: Answers, people: np.ndarray) -> dict:
    """A line of the table."""
    known = model.allowed.any(axis=1)
    probability, allowed = model.probability[known], model.allowed[known]
    labels, lineages = [term.label for term in model.terms], groups(model.terms)
    fine = allowed[np.arange(len(allowed)), probability.argmax(axis=1)]
    wide, truth = merge(probability, labels, lineages), merge(allowed.astype(float), labels, lineages) > 0
    best = wide.argmax(axis=1)
    broad = truth[np.arange(len(truth)), best]
    people = np.array([person(one) for one in people[known]])
    (low, high), (lower, higher) = interval(broad, people), interval(fine, people)
    return {
        "set": title, "people": len(set(people)), "cells": len(fine), "model": model.name,
        "broad": broad.mean(), "broad_low": low, "broad_high": high, "fine": fine.mean(), "fine_low": lower, "fine_high": higher,
        "macro_f1": macro_f1(best, resolve(best, truth)), "ece": expected_calibration_error(wide.max(axis=1), broad),
        "coverage_at_95": coverage(wide.max(axis=1), broad), "silent": None if model.silent is None else model.silent[known].mean(),
    }  # fmt: skip


def sets_of(vocabulary: list[str]) -> dict[str, Measured]:
    """The test sets and the parts of them that are told apart."""
    sets = test_sets(vocabulary)
    labels = [term.label for term in read_classes()["cell_type"]]
    zheng, marrow = sets["zheng"], sets["vangalen_test_donors"]
    kept = np.flatnonzero(~zheng.allowed["cell_type"][:, labels.index("classical monocyte")])
    healthy = np.flatnonzero([one.startswith("BM") for one in marrow.donors])
    parts = [zheng.take(kept, "zheng but monocytes"), marrow.take(healthy, "vangalen healthy")]
    return {**sets, **{part.name: part for part in parts}}


def plain(value: object) -> str:
    """A number to three decimals, anything else as it is; empty where there is none."""
    return f"{value:.3f}" if isinstance(value, float | np.floating) else "" if value is None else str(value)


def row(line: dict, title: str) -> str:
    """A line in Markdown."""
    share = lambda key: f"{line[key]:.3f} [{line[f'{key}_low']:.2f}, {line[f'{key}_high']:.2f}]"  # noqa: E731
    rest = " | ".join(plain(line[key]) or "–" for key in ("macro_f1", "ece", "coverage_at_95", "silent"))
    return f"| {title} | {line['people']} | {line['cells']:,} | {line['model']} | {share('broad')} | {share('fine')} | {rest} |"


HEADER = (
    "| cells | people | n | model | broad [95%] | fine [95%] | macro F1, broad | ECE, broad | coverage at 95% right | silent |\n"
    "|---|---|---|---|---|---|---|---|---|---|"
)


def failing(folder: Folder) -> str:
    """The card's section on what fails."""
    confused = "\n".join([failures.CONFUSED, *failures.confusions(folder)])
    strange = "\n".join([failures.STRANGE, *failures.strangers(folder)])
    return f"{FAILURES}\n\n{confused}\n\n{STRANGE}\n\n{strange}"


def put_on_card(folder: Folder, text: str) -> None:
    """Replaces the last section of a model's card."""
    card = folder.path / "README.md"
    kept = card.read_text("utf-8").split(FAILS)[0].rstrip()
    card.write_text(f"{kept}\n\n{FAILS}\n\n{text}\n", "utf-8")


def report(folders: list[Folder], baselines: Path) -> tuple[str, str]:
    """EVALUATION.md and evaluation.csv."""
    sets, lines, shown = sets_of(folders[0].symbols), [], []
    for name, title in SETS.items():
        cells = sets[name]
        for model in [*(of_folder(folder, cells) for folder in folders), *of_baselines(baselines, cells)]:
            lines.append(numbers(title, model, cells.donors))
            if model.name != "majority class":
                shown.append(row(lines[-1], title))
    parts = [f"# Evaluation, {datetime.now(UTC):%Y-%m-%d}", "Written by `python -m models.evaluate --write`.", ABOUT, WORSE]
    parts += ["\n".join([HEADER, *shown]), unknown.rows(folders, list(test_sets(folders[0].symbols).values()))]
    for folder in folders:
        if folder.manifest["kind"] == "onnx":
            parts.append("\n".join([strict.HEADER, *strict.rows(folder)]))
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: plain(value) for key, value in line.items()} for line in lines)
    return "\n\n".join(parts) + "\n", text.getvalue()


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="*", default=[RELEASED / name for name in NAMES])
    parser.add_argument("--baselines", type=Path, default=Path(".cache/evaluate/baselines.npz"))
    parser.add_argument("--write", action="store_true", help="write models/EVALUATION.md, models/evaluation.csv and the cards")
    arguments = parser.parse_args()
    folders = [Folder(path) for path in arguments.folders]
    text, table = report(folders, arguments.baselines)
    print(text)
    if arguments.write:
        OUT.write_text(text, "utf-8")
        TABLE.write_text(table, "utf-8")
        for folder in folders:
            put_on_card(folder, failing(folder))


if __name__ == "__main__":
    main()
