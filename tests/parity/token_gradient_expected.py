"""Writes tests/web/expected/token-gradient.json: captum's attributions of a model of binned tokens, by the strength of
each gene token's embedding.

The checkpoint is the one of tests/fixtures/converted/polygene-v1; tokens are weakened in torch by a hook on the normalized
embeddings. Run from the project's root with torch, transformers and captum: ``python tests/parity/token_gradient_expected.py``.
"""

import json
import sys
import tempfile
from pathlib import Path

import numpy as np
import torch
from captum.attr import InputXGradient, IntegratedGradients

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests/models"), str(ROOT / "tests/fixtures")]

import checkpoints  # noqa: E402
import converted  # noqa: E402

HEAD, PLACE, BINS = "cell_type", 3, 10
symbols, _ = converted.genes()
stored = json.loads((ROOT / "tests/fixtures/converted/expected.json").read_text())
with tempfile.TemporaryDirectory() as scratch:
    made = checkpoints.polygene_v1(Path(scratch) / "checkpoint", symbols)
    words = (Path(scratch) / "checkpoint/phenotypic_vocab/vocab.txt").read_text().splitlines()
index = {word: i for i, word in enumerate(words)}
columns = [index[f"[{label.replace(' ', '_')}]"] for label in checkpoints.PHENOTYPES["cell_types.txt"]]
edges = np.concatenate([[0.0], np.linspace(0.1, 9.0, BINS - 1)])
strength: torch.Tensor | None = None


def weaken(_module, _inputs, x):
    wide = torch.ones(len(x), x.shape[1])
    wide = torch.cat([wide[:, :7], strength, wide[:, :1]], dim=1)
    return x * wide[:, :, None]


made.model.bert.embeddings.LayerNorm.register_forward_hook(weaken)


def cell(counts: np.ndarray, total: float) -> dict:
    digits = np.digitize(np.log1p(1e4 * counts / total), edges) - 1
    ids = torch.tensor([[index["[CLS]"], *[index["[MASK]"]] * 5, index["[START]"], *(len(words) + digits).tolist(), index["[END]"]]])

    def logits(by: torch.Tensor) -> torch.Tensor:
        global strength
        strength = by
        many = ids.expand(len(by), -1)
        return made.model(many, attention_mask=(many != len(words)).long()).logits[:, PLACE, columns]

    ones = torch.ones(1, len(counts))
    order = logits(ones)[0].argsort(descending=True)
    code, against = int(order[0]), int(order[1])
    contrast = lambda by: logits(by)[:, code] - logits(by)[:, against]  # noqa: E731
    genes = np.flatnonzero(digits > 0)
    pick = lambda found: found[0].detach().numpy()[genes].tolist()  # noqa: E731
    return {
        "genes": genes.tolist(),
        "values": digits[genes].tolist(),
        "code": code,
        "against": against,
        "logit": float(contrast(ones)[0]),
        "logit_baseline": float(contrast(torch.zeros_like(ones))[0]),
        "input_x_gradient": pick(InputXGradient(contrast).attribute(ones)),
        "integrated": pick(
            IntegratedGradients(contrast).attribute(
                ones, torch.zeros_like(ones), n_steps=512, method="gausslegendre", internal_batch_size=64
            )
        ),
    }


counts, others = np.array(stored["counts"], float), np.array(stored["others"], float)
cells = [cell(counts[row], counts[row].sum() + others[row].sum()) for row in (0, 1, 4)]
rounded = json.loads(json.dumps(cells), parse_float=lambda text: float(f"{float(text):.7g}"))
(ROOT / "tests/web/expected/token-gradient.json").write_text(
    json.dumps({"made_by": "tests/parity/token_gradient_expected.py with captum", "cells": rounded}) + "\n"
)
