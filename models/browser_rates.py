"""How fast ONNX files run in ONNX Runtime's builds for the browser, by ``tests/bench/onnx-rates.mjs``."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
SCRIPT = ROOT / "tests" / "bench" / "onnx-rates.mjs"


def browser_rates(models: dict[str, bytes], feed: dict[str, np.ndarray]) -> dict[str, dict[str, float | None]]:
    """Cells a second of each model, ``wasm`` in Node and ``webgpu`` in Chromium; empty without Node and its packages."""
    node = shutil.which("node")
    if node is None or not (ROOT / "node_modules" / "onnxruntime-web").exists():
        return {}
    with TemporaryDirectory() as folder:
        for name, content in models.items():
            (Path(folder) / f"{name}.onnx").write_bytes(content)
        given = {
            name: {"type": str(array.dtype), "dims": array.shape, "data": array.ravel().tolist()}
            for name, array in feed.items()
        }
        (Path(folder) / "feed.json").write_text(json.dumps(given), "utf-8")
        done = subprocess.run([node, str(SCRIPT), folder], capture_output=True, text=True, check=True, cwd=ROOT)
    return json.loads(done.stdout.splitlines()[-1])
