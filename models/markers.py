"""Marker genes of the released models' cell types: ``python -m models.markers`` writes ``web/public/markers/human.tsv``.

Beside each class's genes stands its kin: the other classes of whose markers a fifth or more are among the class's own top genes in one
source of ten, with that share, so that these are no surprise in cells of the class.

A gene marks a class where its mean expression (log1p of counts per 10,000) is higher than in nearly every other type of the same
source. Sources are the training cells and profiles, and the tissues of CellProfileLibrary (Danaher et al. 2022, CC BY 4.0). Names of
genes alone are written, no expression of anybody's.
"""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from pathlib import Path

import anndata
import numpy as np
import scipy.sparse as sp

from models.genes import Nomenclature, read_hgnc
from models.labels import LabelTable, read_labels
from models.library import FILES
from models.prepare import KINDS, read_training
from models.sources import DATA, Source, harmonize

OUT = Path(__file__).resolve().parents[1] / "web" / "public" / "markers" / "human.tsv"
# Three of its adult tissues are compressed, and the brain's averages hold test donors.
LEFT_OUT = frozenset({"Brain", "Colon", "Liver"})
MOST = 12
FEWEST_TYPES = 4
# A source of fewer genes knows too few of the others' markers.
FEWEST_GENES = 4000
# Of so many other types one may be kin and share a marker, and at most three.
KIN = 6
MOST_KIN = 3
# In log1p of counts per 10,000: what counts as higher, the mean by which a marker is higher, and the most one source can say.
HIGHER, LEAST, CAP = 0.25, 0.5, 3.0
# A type's top genes, as the page takes them (web/src/engine/steps/groups/group-genes.ts), and the share of markers that makes kin.
TOP, TOP_SHARE, FEWEST_MARKERS, KIN_SHARE = 200, 0.1, 5, 0.2
# Depth, stress and the antigen receptors' segments mark cells, not types; names of places are not in every annotation.
UNFIT = re.compile(r"RPL|RPS|MT-|HSP|IG[HKL]V|LINC|.*-(AS|DT)\d*$")


@dataclass
class Types:
    """Mean expression of the types of one source: ``values`` is types x ``genes``; ``code`` -1 is no class of ours."""

    genes: list[str]
    values: np.ndarray
    code: np.ndarray


def log_share(values: np.ndarray) -> np.ndarray:
    """log1p of values per 10,000 of each row."""
    return np.log1p(1e4 * values / np.maximum(values.sum(axis=1, keepdims=True), 1e-9))


def types_of(source: Source, labels: LabelTable) -> Types:
    """Means over the cells or profiles of each class that a word names alone."""
    places = source.words.get("tissue") if source.name == "hcl" else None
    allowed = labels.allowed(source.name, "cell_type", source.words["cell_type"], places)
    known = np.flatnonzero(allowed.sum(axis=1) == 1)
    codes = allowed[known].argmax(axis=1)
    shares = sp.diags(1e4 / np.maximum(source.totals[known], 1)) @ source.counts[known]
    found = np.unique(codes)
    means = [np.log1p(np.asarray(shares[codes == code].mean(axis=0)).ravel()) for code in found]
    return Types(source.genes, np.array(means), found)


def library_types(table: Nomenclature, labels: LabelTable, data: Path = DATA) -> list[Types]:
    """The tissues of CellProfileLibrary: types of one class averaged, those of no class of ours kept as others."""
    tissues = []
    for file in FILES:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            read = anndata.read_h5ad(data / file)
        for tissue in sorted(set(read.obs["tissue"].astype(str)) - (LEFT_OUT if "adult" in file else frozenset())):
            rows = read[(read.obs["tissue"] == tissue).to_numpy()]
            genes, values = harmonize(list(rows.var_names), sp.csr_matrix(np.nan_to_num(sp.csr_matrix(rows.X).toarray())), table)
            measured = np.flatnonzero(np.asarray(values.sum(axis=0)).ravel() > 0)
            shares = log_share(values[:, measured].toarray())
            allowed = labels.allowed("cpl", "cell_type", rows.obs["cell_type"].astype(str).tolist(), [tissue] * len(rows))
            codes = np.where(allowed.sum(axis=1) == 1, allowed.argmax(axis=1), -1)
            own = np.unique(codes[codes >= 0])
            means = [np.log1p(np.expm1(shares[codes == code]).mean(axis=0)) for code in own]
            others = shares[codes < 0]
            tissues.append(
                Types(
                    [genes[j] for j in measured],
                    np.vstack([*means, others]),
                    np.concatenate([own, np.full(len(others), -1)]),
                )
            )
    return tissues


def markers(sources: list[Types], usable: set[str], most: int = MOST) -> dict[int, list[str]]:
    """Class -> genes of those usable, the most telling first.

    Examples
    --------
    >>> values = np.array([[3.0, 0, 0], [0, 3, 0], [0, 0, 3], [0, 0, 0]])
    >>> markers([Types(["A", "B", "C"], values, np.array([4, 5, -1, -1]))], {"A", "B", "C"})
    {4: ['A'], 5: ['B']}
    """
    names = sorted({gene for source in sources for gene in source.genes if gene in usable})
    place = {gene: i for i, gene in enumerate(names)}
    classes = sorted({int(code) for source in sources for code in source.code if code >= 0})
    sums, seen, higher = (np.zeros((len(classes), len(names))) for _ in range(3))
    for source in sources:
        if len(source.code) < FEWEST_TYPES:
            continue
        columns = [j for j, gene in enumerate(source.genes) if gene in place]
        at = [place[source.genes[j]] for j in columns]
        values = source.values[:, columns]
        kin = min(MOST_KIN, (len(values) - 1) // KIN)
        for row in np.flatnonzero(source.code >= 0):
            others = -np.sort(-np.delete(values, row, axis=0), axis=0)
            difference = values[row] - others[kin]
            of = classes.index(int(source.code[row]))
            sums[of, at] += np.minimum(difference, CAP)
            seen[of, at] += 1
            higher[of, at] += difference > HIGHER
    # Half a source more in the divisor: what few sources measure counts for less.
    score = sums / (seen + 0.5)
    score[(seen < np.maximum(1, np.ceil(seen.max(axis=1, keepdims=True) / 3))) | (higher < 0.6 * seen)] = -np.inf
    return {
        code: [names[j] for j in np.argsort(-score[i], kind="stable")[:most] if score[i, j] > LEAST]
        for i, code in enumerate(classes)
    }


def expected(sources: list[Types], found: dict[int, list[str]]) -> dict[int, dict[int, float]]:
    """Class -> other class -> the share of the other's markers among the top genes of the class that nine of ten sources stay below."""
    shares: dict[int, dict[int, list[float]]] = {}
    for source in sources:
        if len(source.code) < FEWEST_TYPES:
            continue
        place = {gene: j for j, gene in enumerate(source.genes)}
        listed = {code: [place[gene] for gene in genes if gene in place] for code, genes in found.items()}
        for row in np.flatnonzero(source.code >= 0):
            more = source.values[row] - np.delete(source.values, row, axis=0).mean(axis=0)
            count = min(TOP, int(np.ceil(len(more) * TOP_SHARE)), int((more > 0).sum()))
            top = set(np.argsort(-more, kind="stable")[:count])
            own = shares.setdefault(int(source.code[row]), {})
            for code, columns in listed.items():
                if len(columns) >= FEWEST_MARKERS and code != source.code[row]:
                    own.setdefault(code, []).append(sum(j in top for j in columns) / len(columns))
    return {code: {other: float(np.quantile(each, 0.9)) for other, each in own.items()} for code, own in shares.items()}


def main() -> None:
    """Writes the table."""
    table = read_hgnc(DATA / "genes" / "hgnc_complete_set.txt.gz")
    labels = read_labels()
    real, profiles = read_training(table)
    # The library's tissues are read below as they are, without what training does to them.
    own = [source for source in [*real, *profiles] if not source.name.startswith(("cpl/", "rca", "numbat"))]
    read = [source for source in own if "cell_type" in source.words and len(source.genes) > FEWEST_GENES]
    usable = {symbol for symbol, gene in table.genes.items() if gene.locus_type in KINDS and not UNFIT.match(symbol)}
    sources = [*(types_of(source, labels) for source in read if len(source)), *library_types(table, labels)]
    found = markers(sources, usable)
    shares = expected(sources, found)
    terms = labels.classes["cell_type"]
    lines = ["class\tontology_id\tgenes\tkin"]
    for code, term in enumerate(terms):
        if found.get(code):
            kin = sorted(((share, other) for other, share in shares[code].items() if share >= KIN_SHARE), reverse=True)
            told = "|".join(f"{terms[other].label}:{share:.2f}" for share, other in kin)
            lines.append(f"{term.label}\t{term.ontology_id}\t{' '.join(found[code])}\t{told}")
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(lines) - 1} classes, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
