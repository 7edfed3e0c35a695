"""Right, half right, wrong and nonsense files for the table of trust lights: ``python tests/bench/peers/trust_files.py DATA OUT``.

Made of test data that no fit and no limit has seen. Prints what it made as one line of JSON: of
each cell the classes that are right, joined by ``|``, or nothing where no class of the released models is. Everything is seeded.
"""

from __future__ import annotations

import json
import sys
import warnings
from pathlib import Path

import anndata
import numpy as np
import pandas as pd
from scipy.sparse import csr_matrix, vstack

warnings.filterwarnings("ignore")

CELLS = 300
SEED = 7
# A type below the label's is right as well.
CD4 = "CD4-positive, alpha-beta T cell|CD4-positive, CD25-positive, alpha-beta regulatory T cell"
CD8 = "CD8-positive, alpha-beta T cell"
T = f"{CD4}|{CD8}|gamma-delta T cell|mucosal-associated invariant T cell"
B = "B cell|precursor B cell|germinal center B cell"
MYELOID_DENDRITIC = "conventional dendritic cell|CD141-positive myeloid dendritic cell|mature conventional dendritic cell|Langerhans cell"
DENDRITIC = f"{MYELOID_DENDRITIC}|plasmacytoid dendritic cell"
ENDOTHELIAL = "endothelial cell|capillary endothelial cell|endothelial cell of artery|vein endothelial cell"
PROGENITOR = "hematopoietic precursor cell|granulocyte monocyte progenitor cell|megakaryocyte-erythroid progenitor cell"
EPITHELIAL = (
    "enterocyte|goblet cell|intestinal crypt stem cell|transit amplifying cell|paneth cell|enteroendocrine cell|mucus secreting cell"
)
MONOCYTE = "classical monocyte|non-classical monocyte"
KANG = {
    "CD4 T cells": CD4,
    "CD8 T cells": CD8,
    "NK cells": "natural killer cell",
    "B cells": B,
    "CD14+ Monocytes": "classical monocyte",
    "FCGR3A+ Monocytes": "non-classical monocyte",
    "Dendritic cells": DENDRITIC,
    "Megakaryocytes": "platelet",
}
PBMC3K = {
    "Naive CD4 T": KANG["CD4 T cells"],
    "Memory CD4 T": KANG["CD4 T cells"],
    "CD8 T": KANG["CD8 T cells"],
    "NK": "natural killer cell",
    "B": B,
    "CD14+ Mono": "classical monocyte",
    "FCGR3A+ Mono": "non-classical monocyte",
    "DC": KANG["Dendritic cells"],
    "Platelet": "platelet",
}
# Sorted by surface proteins; helper and memory T cells are no classes of their own.
ZHENG = {
    "nk": "natural killer cell",
    "bcells": B,
    "monocytes": MONOCYTE,
    **dict.fromkeys(["memoryt", "regulatoryt", "thelper", "cytotoxict", "naivet", "naivecytotoxic"], T),
}
DARMANIS = {
    "neurons": "glutamatergic neuron|GABAergic neuron",
    "astrocytes": "astrocyte",
    "oligodendrocytes": "oligodendrocyte",
    "OPC": "oligodendrocyte precursor cell",
    "microglia": "microglial cell",
    "endothelial": ENDOTHELIAL,
    "fetal_replicating": "neural progenitor cell",
    "fetal_quiescent": "neural progenitor cell|glutamatergic neuron|GABAergic neuron",
}
PANCREAS = {
    "alpha": "pancreatic A cell",
    "beta": "type B pancreatic cell",
    "delta": "pancreatic D cell",
    "ductal": "pancreatic ductal cell",
    "endothelial": ENDOTHELIAL,
    "gamma": "pancreatic PP cell",
}
MARROW = {
    "T cell": T,
    "NK/CD8 T cell": f"{KANG['CD8 T cells']}|natural killer cell",
    "B cell": B,
    "pro-B cell": "precursor B cell",
    "plasma cell": "plasma cell",
    "monocyte": MONOCYTE,
    "promonocyte/dendritic": f"{MONOCYTE}|{MYELOID_DENDRITIC}|granulocyte monocyte progenitor cell",
    "pDC or B (unclear)": f"plasmacytoid dendritic cell|{B}",
    "erythroid": "erythroid lineage cell",
    **dict.fromkeys(
        [
            "granulocyte-monocyte progenitor",
            "cycling granulocyte-monocyte progenitor",
            "HSC/progenitor-like",
            "myeloid progenitor-like",
        ],
        PROGENITOR,
    ),
}
# The people that models/splits.py only tests on.
MARROW_TEST = set("AML329 AML371 AML420B AML556 AML707B AML870 AML916 BM3 BM4 BM5".split())
COLON_TEST = set("C102 C103 C107 C121 C122 C124 C131".split())
OLIGO = {"Oligodendrocytes (non-malignant)": "oligodendrocyte", "Microglia/Macrophage": "microglial cell|macrophage"}


def main() -> None:
    """Writes the files."""
    data, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(SEED)
    made: list[dict] = []

    def read(name: str) -> anndata.AnnData:
        return anndata.read_h5ad(data / f"{name}.h5ad")

    def some(cells: anndata.AnnData) -> anndata.AnnData:
        return cells[np.sort(rng.permutation(cells.n_obs)[:CELLS])].copy()

    def save(name: str, kind: str, title: str, matrix, genes, accepted, ids=None) -> None:  # noqa: PLR0913
        cells = matrix.shape[0]
        index = [f"{name}-{i}" for i in range(cells)] if ids is None else ids
        obs = pd.DataFrame(index=index)
        file = anndata.AnnData(csr_matrix(matrix).astype(np.float32), obs=obs, var=pd.DataFrame(index=genes))
        file.write_h5ad(out / f"{name}.h5ad", compression="gzip")
        made.append({"name": name, "kind": kind, "title": title, "cells": cells, "accepted": list(accepted)})

    def labelled(name: str, kind: str, title: str, cells: anndata.AnnData, accepted: dict[str, str]) -> None:
        labels = cells.obs["cell_type"].astype(str).map(lambda label: accepted.get(label, "")).to_numpy()
        save(name, kind, title, cells.X, cells.var_names, labels, cells.obs_names)

    def no_class(name: str, kind: str, title: str, matrix, genes) -> None:
        save(name, kind, title, matrix, genes, [""] * matrix.shape[0])

    def donors(cells: anndata.AnnData, names: set[str]) -> anndata.AnnData:
        """Of people: a person's samples are named `PERSON-SAMPLE`."""
        return cells[cells.obs["donor"].astype(str).str.split("-").str[0].isin(names).to_numpy()].copy()

    kang_test = {"lupus_1016", "lupus_1488"}
    kang = donors(read("labelled/kang_harmony_counts"), kang_test)
    kang = kang[(kang.obs["cell_type"] != "unlabelled").to_numpy()].copy()
    labelled("kang", "right", "Blood, Kang's test donors", kang, KANG)
    panels = {
        genes: some(donors(read(f"labelled/kang_ctrl{name}"), kang_test))
        for genes, name in ((2511, "8684_2511g_counts"), (1287, "12261_1287g_counts"))
    }
    for genes, cells in panels.items():
        labelled(f"kang-{genes}", "right", f"The same on a panel of {genes:,} genes", cells, KANG)
    pbmc3k = some(read("labelled/pbmc3k_counts"))
    labelled("pbmc3k", "right", "10x PBMC 3k (in the training data)", pbmc3k, PBMC3K)
    oligo = read("labelled/oligodendroglioma_counts")
    malignant = oligo.obs["cell_type"].astype(str).str.startswith("malignant").to_numpy()
    labelled("oligo-normal", "right", "Normal cells of an oligodendroglioma", oligo[~malignant].copy(), OLIGO)
    lines = some(read("labelled/sc_mixology_sc_dropseq"))
    no_class("cell-lines", "wrong", "Lung cancer lines, Drop-seq", lines.X, lines.var_names)

    zheng = some(read("labelled/zheng_sorted_pbmc_counts"))
    labelled("zheng", "right", "Blood sorted by surface proteins, Zheng", zheng, ZHENG)
    thin = csr_matrix(zheng.X)
    thin.data = rng.binomial(thin.data.astype(int), 0.1).astype(np.float32)
    thin.eliminate_zeros()
    deep = zheng.copy()
    deep.X = thin
    labelled("zheng-thin", "right", "The same with a tenth of the counts", deep, ZHENG)
    brain = donors(read("labelled/darmanis_brain_counts"), {"AB_S5", "AB_S8", "FB_S3"})
    labelled("darmanis", "half right", "Brain, Darmanis' test donors", brain, DARMANIS)
    islets = some(read("labelled/segerstolpe_pancreas_2000g_reads"))
    labelled("pancreas", "half right", "Pancreatic islets, 2,000 genes (in the training data)", islets, PANCREAS)
    marrow = donors(read("labelled/vangalen_marrow_aml_counts"), MARROW_TEST)
    marrow.obs["cell_type"] = marrow.obs["cell_type_by_marker"]
    labelled("marrow", "half right", "Marrow, healthy and leukaemic, test donors", some(marrow), MARROW)
    dendritic = some(read("labelled/zilionis_lung_tumour_DC_counts"))
    save("dendritic", "half right", "Dendritic cells of lung tumours", dendritic.X, dendritic.var_names, [DENDRITIC] * CELLS)
    colon = some(donors(read("labelled/colon_epithelium_tumour_normal_counts"), COLON_TEST))
    save("colon", "half right", "Colon epithelium, tumour and normal, test donors", colon.X, colon.var_names, [EPITHELIAL] * CELLS)

    no_class("glioma", "wrong", "Malignant cells of an oligodendroglioma", oligo[malignant].X, oligo.var_names)
    thyroid = read("labelled/atc_numbat_counts")
    no_class("thyroid", "wrong", "Anaplastic thyroid carcinoma", thyroid.X, thyroid.var_names)
    lineage = zheng.obs["cell_type"].astype(str).map(ZHENG).to_numpy()
    pairs = [(one, other) for i, one in enumerate(sorted(set(lineage))) for other in sorted(set(lineage))[i + 1 :]]
    rows = []
    for one, other in pairs:
        first, second = (rng.choice(np.flatnonzero(lineage == kind), 50) for kind in (one, other))
        rows.append(csr_matrix(zheng.X)[first] + csr_matrix(zheng.X)[second])
    no_class("doublets", "wrong", "Doublets of two lineages of blood", vstack(rows), zheng.var_names)
    mouse = some(read("labelled/tabula_muris_kidney_reads"))
    no_class("mouse", "wrong", "Mouse kidney", mouse.X, mouse.var_names)

    no_class("shuffled", "nonsense", "Blood with shuffled gene names", zheng.X, rng.permutation(zheng.var_names))
    no_class("shuffled-kang", "nonsense", "A panel with shuffled gene names", panels[1287].X, rng.permutation(panels[1287].var_names))
    depth = rng.choice(np.asarray(zheng.X.sum(1)).ravel(), CELLS)
    profile = rng.lognormal(0, 2, zheng.n_vars)
    own = rng.lognormal(0, 2, (CELLS, zheng.n_vars))
    flat = np.ones(zheng.n_vars)
    for name, title, rates in (
        ("noise-flat", "Poisson noise, all genes alike", np.tile(flat, (CELLS, 1))),
        ("noise", "Poisson noise around one random profile", np.tile(profile, (CELLS, 1))),
        ("noise-own", "Poisson noise, a random profile a cell", own),
    ):
        no_class(name, "nonsense", title, rng.poisson(depth[:, None] * rates / rates.sum(1, keepdims=True)), zheng.var_names)
    ambient = np.asarray(pbmc3k.X.sum(0)).ravel()
    empty = rng.poisson(500 * np.tile(ambient / ambient.sum(), (CELLS, 1)))
    no_class("empty", "nonsense", "Empty droplets with 500 counts", empty, pbmc3k.var_names)
    for name, title, path in (
        ("bulk-islets", "Bulk samples of islets", "bulk/fadista_islet_bulk_counts"),
        ("bulk-tissues", "Bulk samples of tissues", "bulk/gtex_v8_tissue_bulk"),
    ):
        bulk = read(path)
        no_class(name, "nonsense", title, bulk.X, bulk.var_names)
    print(json.dumps(made))


if __name__ == "__main__":
    main()
