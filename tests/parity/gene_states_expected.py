"""Writes tests/web/expected/gene-states.json: hidden states of gene tokens by torch, and cosines of mean states by scikit-learn.

Run from the project's root with torch, onnx and scikit-learn: ``python tests/parity/gene_states_expected.py``.
"""

import json

import numpy as np
import torch
from captum_expected import FOLDER, ROOT, masked, network
from sklearn.metrics.pairwise import cosine_similarity

manifest = json.loads((FOLDER / "manifest.json").read_text())
stored = json.loads((ROOT / "tests/web/expected/captum.json").read_text())
net = network(manifest)

states = []
for cell in stored["cells"][:2]:
    genes, values = torch.tensor([cell["genes"]]), torch.tensor([cell["values"]], dtype=torch.float32)
    with torch.no_grad():
        out = net(genes, values, torch.ones_like(values), masked(net, 1))
    states.append(out["gene_states"][0, :3].tolist())

# Three contexts, five genes, four dimensions; the fourth gene is in few cells of the second context.
RNG = np.random.default_rng(43)
CONTEXTS, GENES, DIMS = 3, 5, 4
counts = RNG.integers(6, 20, (CONTEXTS, GENES))
counts[1, 3] = 2
cells = [[RNG.normal(RNG.normal(0, 1, DIMS) + 2, 0.5, (counts[c, g], DIMS)) for g in range(GENES)] for c in range(CONTEXTS)]
total = np.stack([np.concatenate(of).sum(0) for of in cells])
mean = np.stack([[of[g].mean(0) for g in range(GENES)] for of in cells])
centered = mean - (total / counts.sum(1, keepdims=True))[:, None, :]
alike = np.stack([cosine_similarity(centered[:, g]) for g in range(GENES)])
spread = [float(1 - alike[g][np.triu_indices(CONTEXTS, 1)].mean()) for g in range(GENES)]
nearest = [
    [[int(g), float(cosine_similarity(centered[c, :1], centered[c, g : g + 1])[0, 0])] for g in range(1, GENES) if counts[c, g] >= 5]
    for c in range(CONTEXTS)
]
nearest = [sorted(of, key=lambda one: -one[1]) for of in nearest]
made = {
    "made_by": "tests/parity/gene_states_expected.py with torch and scikit-learn",
    "states": states,
    "counts": counts.tolist(),
    "sums": [[of[g].sum(0).tolist() for g in range(GENES)] for of in cells],
    "total": total.tolist(),
    "alike": alike[0].tolist(),
    "spread": spread,
    "nearest": nearest,
}
rounded = json.loads(json.dumps(made), parse_float=lambda text: float(f"{float(text):.9g}"))
(ROOT / "tests/web/expected/gene-states.json").write_text(json.dumps(rounded) + "\n")
