"""captum attributes ready batches: ``captum_attribute.py BATCHES_JSON THREADS REPEATS``; one JSON line of seconds.

Gradient x input of the first 1,000 cells and integrated gradients (32 steps) of the first 200, of the logit of the class predicted.
"""

import importlib.util
import json
import sys
import time
from pathlib import Path

import captum
import torch
from captum.attr import InputXGradient, IntegratedGradients

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "tests/parity"))
sys.path.insert(0, str(ROOT))
spec = importlib.util.spec_from_file_location("captum_expected", ROOT / "tests/parity/captum_expected.py")
expected = importlib.util.module_from_spec(spec)
spec.loader.exec_module(expected)

path, threads, repeats = sys.argv[1:]
torch.set_num_threads(int(threads))
net = expected.network(json.loads((expected.FOLDER / "manifest.json").read_text()))
for parameter in net.parameters():
    parameter.requires_grad_(False)
batches = []
for batch in json.loads(Path(path).read_text()):
    tensor = {
        name: torch.tensor(one["data"], dtype=torch.float32 if one["type"] == "float32" else torch.long).reshape(one["dims"])
        for name, one in batch["inputs"].items()
    }
    batches.append((tensor["genes"], tensor["values"], tensor["mask"], tensor["phenotypes"]))


def chosen(most: int):
    left = most
    for genes, values, mask, phenotypes in batches:
        if left <= 0:
            return
        kept = slice(0, min(left, len(genes)))
        left -= len(genes)
        yield genes[kept], values[kept], mask[kept], phenotypes[kept]


def logits(values, genes, mask, phenotypes):
    return net(genes, values, mask, phenotypes)["logits"][0]


def timed(how, most: int, **options) -> float:
    start = time.perf_counter()
    for genes, values, mask, phenotypes in chosen(most):
        with torch.no_grad():
            best = logits(values, genes, mask, phenotypes).argmax(1)
        how.attribute(values, target=best, additional_forward_args=(genes, mask, phenotypes), **options)
    return time.perf_counter() - start


gradient, integrated = InputXGradient(logits), IntegratedGradients(logits)
timed(gradient, 64)
print(
    json.dumps(
        {
            "version": captum.__version__,
            "gradient": [timed(gradient, 1000) for _ in range(int(repeats))],
            "integrated": [
                timed(integrated, 200, n_steps=32, method="riemann_trapezoid", internal_batch_size=32)
                for _ in range(max(1, int(repeats) // 2))
            ],
        }
    )
)
