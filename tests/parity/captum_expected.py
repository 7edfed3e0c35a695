"""Writes tests/web/expected/captum.json: captum's attributions of the released transformer, as a torch model with the same int8 weights.

Run from the project's root with torch, onnx and captum: ``python tests/parity/captum_expected.py``.
"""

import json
import sys
from pathlib import Path

import numpy as np
import onnx
import torch
from captum.attr import InputXGradient, IntegratedGradients
from onnx import numpy_helper

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
from models.network import PhenoNet, Shape  # noqa: E402

FOLDER = ROOT / "models/released/polygene-mini"
HEAD, STEPS = 0, 128


def weights() -> dict[str, np.ndarray]:
    """The graph's constants, codes turned back into numbers."""
    held = {t.name: numpy_helper.to_array(t) for t in onnx.load(FOLDER / "predict.onnx").graph.initializer}
    for name in [n[:-2] for n in held if n.endswith("_q")]:
        # A scale per column of a product's right side, per row of a gathered table.
        held[name] = held[f"{name}_q"].astype(np.float32) * held[f"{name}_s"]
    return held


def network(manifest: dict) -> PhenoNet:
    """The released network, which takes tokens of every phenotype that it was trained on.

    Of a dropped one its masked token alone is left, which the other tokens attend to: its table has that row twice.
    """
    held = weights()
    kept = len(manifest["heads"])
    dropped = sum(name.endswith(".masked") for name in held)
    classes = (*(len(head["classes"]) for head in manifest["heads"]), *[1] * dropped)
    net = PhenoNet(Shape(manifest["genes"], classes)).eval()
    take = lambda name: torch.from_numpy(np.ascontiguousarray(held[name]))  # noqa: E731
    state = {"gene.weight": take("gene"), "cls": take("cls").reshape(-1)}
    names = {"value_in": "value_in", "value_out": "value_out", "norm": "norm"}
    for i in range(len(net.layers)):
        names |= {f"l{i}.{part}": f"layers.{i}.{part}" for part in ("norm1", "qkv", "out", "norm2", "up", "down")}
    names |= {f"head.{i}": f"head.{i}" for i in range(kept)}
    for ours, theirs in names.items():
        if f"{ours}.g" in held:
            state[f"{theirs}.weight"] = take(f"{ours}.g")
        else:
            state[f"{theirs}.weight"] = take(f"{ours}.w").T.contiguous()
        state[f"{theirs}.bias"] = take(f"{ours}.b")
    for i in range(kept):
        state[f"phenotype.{i}.weight"] = take(f"phenotype.{i}")
    for i in range(kept, kept + dropped):
        state[f"phenotype.{i}.weight"] = take(f"phenotype.{i}.masked").reshape(1, -1).repeat(2, 1)
    missing = net.load_state_dict(state, strict=False)
    unread = {f"head.{i}.{part}" for i in range(kept, kept + dropped) for part in ("weight", "bias")}
    assert set(missing.missing_keys) <= {"value_head.weight", "value_head.bias"} | unread, missing
    return net


def masked(net: PhenoNet, cells: int) -> torch.Tensor:
    """No phenotype is given, of any cell."""
    return torch.zeros(cells, len(net.phenotype), dtype=torch.long)


def main() -> None:
    manifest = json.loads((FOLDER / "manifest.json").read_text())
    stored = json.loads((FOLDER / "self-test.json").read_text())
    net = network(manifest)
    cells = []
    random = np.random.default_rng(5)
    # The stored cells, and one of made-up values as long as cells are.
    long = random.choice(manifest["genes"], 150, replace=False)
    made = zip(
        [*stored["genes"], long.tolist()], [*stored["values"], np.sort(random.gamma(2, 0.8, 150))[::-1].round(4).tolist()], strict=True
    )
    for genes, values in made:
        kept = [i for i, g in enumerate(genes) if g != manifest["genes"]]
        g = torch.tensor([[genes[i] for i in kept]])
        v = torch.tensor([[values[i] for i in kept]], dtype=torch.float32)
        base = torch.from_numpy((v.numpy() * random.uniform(0, 0.8, v.shape)).astype(np.float32))

        def logits(x: torch.Tensor) -> torch.Tensor:
            n = len(x)
            out = net(g.expand(n, -1), x, torch.ones_like(x), masked(net, n))
            return out["logits"][HEAD]

        order = logits(v)[0].argsort(descending=True)
        code, against = int(order[0]), int(order[1])
        contrast = lambda x: logits(x)[:, code] - logits(x)[:, against]  # noqa: E731
        gauss = IntegratedGradients(contrast)
        cells.append(
            {
                "genes": g[0].tolist(),
                "values": v[0].tolist(),
                "baseline": base[0].tolist(),
                "code": code,
                "against": against,
                "logit": float(contrast(v)[0]),
                "logit_baseline": float(contrast(base)[0]),
                "input_x_gradient": InputXGradient(contrast).attribute(v)[0].tolist(),
                "integrated_from_zero": gauss.attribute(
                    v, torch.zeros_like(v), n_steps=STEPS, method="gausslegendre", internal_batch_size=32
                )[0].tolist(),
                "integrated_from_baseline": gauss.attribute(v, base, n_steps=STEPS, method="gausslegendre", internal_batch_size=32)[
                    0
                ].tolist(),
            }
        )
    rounded = json.loads(json.dumps(cells), parse_float=lambda text: float(f"{float(text):.7g}"))
    (ROOT / "tests/web/expected/captum.json").write_text(
        json.dumps({"made_by": "tests/parity/captum_expected.py with captum", "head": HEAD, "cells": rounded}) + "\n"
    )


if __name__ == "__main__":
    main()
