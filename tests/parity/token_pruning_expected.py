"""Writes tests/web/expected/deletion.json: probabilities of the released transformer, as a torch model with the same
int8 weights, after genes are taken from its input.

Run from the project's root with torch, onnx and captum: ``python tests/parity/token_pruning_expected.py``.
"""

import json
from pathlib import Path

import numpy as np
import torch
from captum_expected import FOLDER, HEAD, ROOT, masked, network

SHARES = [0.05, 0.2, 0.5, 0.9, 1]


def main() -> None:
    manifest = json.loads((FOLDER / "manifest.json").read_text())
    stored = json.loads((ROOT / "tests/web/expected/captum.json").read_text())
    temperature = manifest["heads"][HEAD]["temperature"]
    net = network(manifest)
    ranking = np.random.default_rng(17).normal(size=manifest["genes"]).astype(np.float32)

    def answer(cell: dict, places: np.ndarray) -> np.ndarray:
        genes, values = (torch.tensor([np.asarray(cell[name])[places].tolist()]) for name in ("genes", "values"))
        given = masked(net, 1)
        with torch.no_grad():
            logits = net(genes, values.float(), torch.ones_like(values), given)["logits"][HEAD]
        return torch.softmax(logits[0].double() / temperature, 0).numpy()

    cells = []
    for cell in stored["cells"]:
        count = len(cell["genes"])
        whole = answer(cell, np.arange(count))
        size = np.abs(np.float32(cell["input_x_gradient"]))
        largest = np.argsort(-size, kind="stable")
        orders = [largest, largest[::-1], np.argsort(-ranking[cell["genes"]], kind="stable")]
        found = [[answer(cell, np.sort(order[min(int(share * count + 0.5), count - 1) :])) for share in SHARES] for order in orders]
        code = cell["code"]
        cells.append({
            "whole": whole[code],
            "probability": [[one[code] for one in order] for order in found],
            "kept": [[int(one.argmax() == whole.argmax()) for one in order] for order in found],
        })
    rounded = json.loads(
        json.dumps(
            {
                "shares": SHARES,
                "ranking_seed": 17,
                "rankings": [[float(ranking[g]) for g in cell["genes"]] for cell in stored["cells"]],
                "cells": cells,
            }
        ),
        parse_float=lambda text: float(f"{float(text):.7g}"),
    )
    (Path(ROOT) / "tests/web/expected/deletion.json").write_text(
        json.dumps({"made_by": "tests/parity/token_pruning_expected.py with torch", **rounded}) + "\n"
    )


if __name__ == "__main__":
    main()
