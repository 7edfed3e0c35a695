"""Measures the released models on held-out real cells (``python -m models.evaluate [FOLDER...] [--write]``).

The folders are asked as the page asks them; the baselines' answers come from ``python -m models.baselines``.
``--write`` puts the report into models/EVALUATION.md and what fails onto the models' cards.
"""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from models import comparison, failures, strict
from models.folder import RELEASED
from models.heldout import test_sets
from models.measure import Folder, measure, table

OUT = Path(__file__).parent / "EVALUATION.md"
NAMES = ("linear-atlas", "projection-atlas", "polygene-mini")
FAILS = "## Where it fails"
ABOUT = """\
Cells of data sets and donors that no fit and no choice has seen. A label that is wider than the classes is right in
any of them. 'broad' reads CD4 and CD8 as T cell and both monocytes as one; 'CD4 and CD8 apart' only joins the
monocytes. Top-1 with Wilson's 95% interval; macro F1 and ECE (15 bins of equal width, after the temperature found on
left-out studies) with the 95% interval of 200 bootstrap drawings of cells. AUROC: the set's labelled cells against
the cells of no listed type (malignant oligodendroglioma cells, Darmanis' hybrids). The baselines are trained on the
same real labelled cells, without the simulated ones, and their temperatures are found in the same manner;
'logistic regression' is science.md's recipe on log1p; 'CellTypist' is its method (see models/baselines.py)."""
STRICT = """\
Strict: every phenotype masked, only the phenotype's own classes compete, the name must be the label's. Published: as
PolyGene's authors score, the cell's other phenotypes are given as tokens and a name counts that matches in part."""
FAILURES = """\
Of the cells of a label, how many are called so, and what the others are called most often."""
DOUBTFUL = """\
Zheng's monocytes are named by the antibody they were sorted with (CD14). By their RNA most are dendritic cells, as the
means of markers per 10,000 counts say beside pbmc3k's; called dendritic, they count as errors in the rows of 'zheng',
and are left out of the rows of 'zheng but monocytes'."""
STRANGE = """\
Cells of types that no class names, of tumours without labels, and of a panel of 141 genes: what it answers, and how
sure it is of that. Entropy is over the largest possible."""


def others(folder: Folder) -> str:
    """The table of phenotypes other than the cell type."""
    found = {}
    for name, cells in test_sets(folder.symbols).items():
        logits = {head: matrix for head, matrix in folder.logits(cells).items() if head != "cell_type"}
        found[name] = measure(logits, folder.heads, cells)
    return table(found)


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


def report(folders: list[Folder], baselines: Path) -> tuple[str, dict[str, str]]:
    """The whole report, and each model's failures."""
    sets = test_sets(folders[0].symbols)
    answers = [comparison.of_folder(folder) for folder in folders]
    answers += comparison.of_baselines(baselines, list(sets))
    answers, sets = comparison.without("classical monocyte", "zheng", "zheng but monocytes", answers, sets)
    parts = [f"# Evaluation, {datetime.now(UTC):%Y-%m-%d}", "Written by `python -m models.evaluate --write`.", ABOUT]
    parts += ["## Cell types", "\n".join([comparison.HEADER, *comparison.rows(answers, sets)])]
    parts += ["## A label that the cells do not bear out", DOUBTFUL, "\n".join(failures.doubtful(folders[0].symbols))]
    fails = {folder.path.name: failing(folder) for folder in folders}
    for folder in folders:
        title = folder.manifest["title"]
        if len(folder.heads) > 1:
            parts += [f"## {title}: other phenotypes", others(folder)]
        if folder.manifest["kind"] == "onnx":
            parts += [f"## {title}: strict and published scores", STRICT]
            parts.append("\n".join([strict.HEADER, *strict.rows(folder)]))
        parts += [f"## {title}: failures", fails[folder.path.name]]
    return "\n\n".join(parts) + "\n", fails


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="*", default=[RELEASED / name for name in NAMES])
    parser.add_argument("--baselines", type=Path, default=Path(".cache/evaluate/baselines.npz"))
    parser.add_argument("--write", action="store_true", help="write models/EVALUATION.md and the cards")
    arguments = parser.parse_args()
    folders = [Folder(path) for path in arguments.folders]
    text, fails = report(folders, arguments.baselines)
    print(text)
    if arguments.write:
        OUT.write_text(text, "utf-8")
        for folder in folders:
            put_on_card(folder, fails[folder.path.name])


if __name__ == "__main__":
    main()
