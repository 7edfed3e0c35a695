"""Writes tests/web/expected/set-overlap.json: gseapy's enrichment map of some sets. Run from the project's root:
``python tests/parity/set_overlap_expected.py``."""

import json
from pathlib import Path

import gseapy
import numpy as np
import pandas

RNG = np.random.default_rng(47)
sets = [sorted(int(g) for g in RNG.choice(60, size, replace=False)) for size in (5, 12, 12, 20, 35, 3)]
sets[2] = sorted(sets[1][:9] + [58, 59, 57])
table = pandas.DataFrame({
    "Term": [f"s{i}" for i in range(len(sets))],
    "Adjusted P-value": [0.001 * (i + 1) for i in range(len(sets))],
    "Genes": [";".join(f"G{g}" for g in s) for s in sets],
    "Overlap": [f"{len(s)}/100" for s in sets],
    "Combined Score": 1.0,
})
nodes, edges = gseapy.enrichment_map(table, column="Adjusted P-value", cutoff=0.05, top_term=20)
name = {int(i): node["Term"] for i, node in nodes.iterrows()}
found = sorted(
    [
        sorted([name[int(e["src_idx"])], name[int(e["targ_idx"])]]) + [float(e["jaccard_coef"]), float(e["overlap_coef"])]
        for _, e in edges.iterrows()
    ]
)
made = {"made_by": "tests/parity/set_overlap_expected.py with gseapy", "sets": sets, "edges": found}
Path("tests/web/expected/set-overlap.json").write_text(json.dumps(made) + "\n")
