"""Writes tests/web/expected/celltypist.json and celltypist-species.json: what celltypist.annotate says of real files with real models.

    PHENOLENS_DATA=... PHENOLENS_MODELS=... python tests/parity/celltypist_expected.py

Needs celltypist 1.7.1 with scikit-learn 1.3.2 and numpy 1.26, which read the models' pickles.
Counts are given in double precision: in float32, as scanpy leaves them, CellTypist's own decision values differ from these by up to 4e-4,
for these models' run to -8,500.
"""

import json
import os
import warnings
from collections import Counter
from pathlib import Path

import anndata
import celltypist
import numpy as np
import scanpy

warnings.simplefilter("ignore")
ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("PHENOLENS_DATA", ROOT.parent / "shared/data"))
MODELS = Path(os.environ.get("PHENOLENS_MODELS", ROOT.parent / "shared/models"))
ORTHOLOGS = [line.split("\t") for line in (ROOT / "web/public/orthologs/mouse.tsv").read_text().splitlines()]
HUMAN, MOUSE = Counter(human for human, _ in ORTHOLOGS), Counter(mouse for _, mouse in ORTHOLOGS)
CASES = [
    ("labelled/pbmc3k_counts.h5ad", "celltypist/adams_98_f_model_0.pkl", "cell_type", 0, 0.2),
    ("labelled/zheng_sorted_pbmc_counts.h5ad", "celltypist/adams_ct_f_model_0.pkl", "cell_type", 0.4, 0.2),
    ("labelled/pbmcA_unlabelled_counts.h5ad", "celltypist/popv_TS_lung_logistic.pkl", None, 0, 0.01),
    ("labelled/kang_harmony_counts.h5ad", "celltypist/adams_Cheong_PBMC_full.pkl", "cell_type", 0.6, 0.9),
]
# A file and a model of the same or of two species; of two, the file's genes are renamed by the table of orthologs that the page has.
SPECIES = [
    ("labelled/mca_mouse_stomach_intestine_counts.h5ad", "celltypist/adams_Niec_mouse_small_intestine_full.pkl", False),
    ("labelled/mca_mouse_stomach_intestine_counts.h5ad", "celltypist/adams_Cheong_PBMC_full.pkl", True),
    ("labelled/pbmc3k_counts.h5ad", "celltypist/adams_Niec_mouse_small_intestine_full.pkl", True),
    ("labelled/pbmc3k_counts.h5ad", "celltypist/adams_Brown_mouse_DC_full.pkl", True),
]
CELLS = 12


def read(file):
    data = anndata.read_h5ad(DATA / file)
    data.X = data.X.astype(np.float64)
    scanpy.pp.normalize_total(data, target_sum=1e4)
    scanpy.pp.log1p(data)
    return data


def by_orthologs(names):
    one_to_one = [row for row in ORTHOLOGS if HUMAN[row[0]] == 1 and MOUSE[row[1]] == 1]
    forth, back = dict(one_to_one), {mouse: human for human, mouse in one_to_one}
    partner = forth if sum(name in forth for name in names) >= sum(name in back for name in names) else back
    return [partner.get(name, f"no ortholog {i}") for i, name in enumerate(names)]


def species_case(file, model, translated):
    data = read(file)
    if translated:
        data.var_names = by_orthologs(data.var_names)
    if "Brown" in model:
        # The model has mouse symbols in capitals, which no mouse file has.
        data.var_names = [name if name.startswith("no ortholog") else name.upper() for name in data.var_names]
    best = celltypist.annotate(data, model=str(MODELS / model))
    classes = list(best.decision_matrix.columns)
    rows = np.linspace(0, data.n_obs - 1, CELLS).astype(int)
    return {
        "file": file,
        "model": model,
        "translated": translated,
        "classes": classes,
        "rows": rows.tolist(),
        "probabilities": [
            float(p) for p in best.probability_matrix.to_numpy()[rows].max(axis=1).round(7)
        ],
        "labels": [classes.index(label) for label in best.predicted_labels["predicted_labels"]],
    }


# Where no cell has a long label CellTypist cuts 'Unassigned' to the length of the longest: the thresholds are such that it does not.
def case(file, model, over, min_prop, threshold):
    data = read(file)
    vote = {"majority_voting": True, "over_clustering": over, "min_prop": min_prop} if over else {}
    best = celltypist.annotate(data, model=str(MODELS / model), **vote)
    matched = celltypist.annotate(data, model=str(MODELS / model), mode="prob match", p_thres=threshold)
    several = matched.predicted_labels["predicted_labels"]
    classes = list(best.decision_matrix.columns)
    rows = np.linspace(0, data.n_obs - 1, CELLS).astype(int)
    decisions = best.decision_matrix.to_numpy()
    ordered = np.sort(decisions, axis=1)
    names = sorted(set(several.astype(str)))
    out = {
        "file": file,
        "model": model,
        "classes": classes,
        "rows": rows.tolist(),
        "decisions": decisions[rows].round(7).tolist(),
        "range": [decisions.min(), decisions.max()],
        "labels": [classes.index(label) for label in best.predicted_labels["predicted_labels"]],
        "closest": float((ordered[:, -1] - ordered[:, -2]).min()),
        "threshold": threshold,
        "matched": names,
        "matchedCodes": [names.index(label) for label in several.astype(str)],
    }
    if over:
        votes = sorted(set(best.predicted_labels["majority_voting"].astype(str)))
        codes = [votes.index(label) for label in best.predicted_labels["majority_voting"].astype(str)]
        out |= {"over": over, "minProp": min_prop, "votes": votes, "voteCodes": codes}
    return out


def write(name, cases):
    text = json.dumps(cases, ensure_ascii=False, separators=(",", ":"))
    (ROOT / "tests/web/expected" / name).write_text(text + "\n")


write("celltypist.json", [case(*one) for one in CASES])
write("celltypist-species.json", [species_case(*one) for one in SPECIES])
