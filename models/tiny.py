"""The tiny random model for tests (``python -m models.tiny HGNC_FILE``): right in form, meaningless in answer."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import torch

from models.export import export_network
from models.folder import RELEASED
from models.genes import read_hgnc
from models.labels import ClassTerm
from models.network import PhenoNet, Shape

MARKERS = (
    "CD3D CD3E CD3G CD4 CD8A CD8B IL7R CCR7 LEF1 TCF7 S100A4 IL32 GZMK CCL5 NKG7 GNLY GZMB PRF1 FCGR3A KLRD1 "
    "MS4A1 CD79A CD79B CD19 HLA-DRA HLA-DPA1 HLA-DPB1 CD74 CD14 LYZ S100A8 S100A9 FCN1 MS4A7 CST3 FCER1A CLEC10A "
    "PPBP PF4 MT-CO1 MT-CO2 MT-CO3 MT-ND1 MT-CYB ACTB ACTG1 B2M MALAT1 TMSB4X RPS4Y1 XIST VWF PECAM1 CDH5 ALB INS "
    "GCG KRT5 EPCAM COL1A1 DCN GFAP MBP KMT2A"
).split()
CLASSES = {
    "cell_type": [
        ClassTerm("B cell", "CL:0000236"),
        ClassTerm("CD4-positive, alpha-beta T cell", "CL:0000624"),
        ClassTerm("natural killer cell", "CL:0000623"),
        ClassTerm("classical monocyte", "CL:0000860"),
    ],
    "tissue": [ClassTerm("blood", "UBERON:0000178"), ClassTerm("liver", "UBERON:0002107")],
    "sex": [ClassTerm("female", "PATO:0000383"), ClassTerm("male", "PATO:0000384")],
}
TEXT = {
    "name": "tiny-random",
    "title": "Tiny random (tests only)",
    "version": "0.1.0",
    "trained_on": "Nothing: its weights are random numbers.",
    "intended_use": "Tests of the software. Its answers mean nothing.",
    "limits": "Everything it says about a cell is noise.",
    "citation": "Phenolens 0.1.0 (MIT)",
    "license": "MIT",
}


def main() -> None:
    """Command line."""
    table = read_hgnc(Path(sys.argv[1]))
    torch.manual_seed(7)
    shape = Shape(len(MARKERS), tuple(len(terms) for terms in CLASSES.values()), 16, 2, 1, 32, 8)
    network = PhenoNet(shape).eval()
    genes = (MARKERS, [table.genes[s].ensembl_id for s in MARKERS], ["|".join(table.aliases(s)) for s in MARKERS])
    random = np.random.default_rng(7)
    cells = random.poisson(0.7, size=(64, len(MARKERS))).astype(np.float32)
    scale = np.round(random.uniform(0.5, 2.0, len(MARKERS)), 3).astype(np.float32)
    card = f"# {TEXT['title']}\n\n{TEXT['trained_on']} {TEXT['intended_use']}\n\nMade by `python -m models.tiny`.\n"
    export_network(
        RELEASED / "tiny-random", network, genes, scale, CLASSES, dict.fromkeys(CLASSES, 1.0), TEXT, card,
        max_genes=32, cells=cells, totals=cells.sum(axis=1), measured_on="64 random cells", metrics=None,
    )


if __name__ == "__main__":
    main()
