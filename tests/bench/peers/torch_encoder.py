"""torch's own encoder of a shape on the best device there is: `python torch_encoder.py SHAPE_JSON PRECISION TOKENS BATCHES_JSON REPEATS`.

One JSON line: milliseconds a cell at the batch that is best, the batch, and the device. float16 where the device is a GPU.
"""

import json
import statistics
import sys
import time

import torch

layers, width, heads, inner = json.loads(sys.argv[1])
precision, tokens, batches, repeats = sys.argv[2], int(sys.argv[3]), json.loads(sys.argv[4]), int(sys.argv[5])
device = "cuda" if torch.cuda.is_available() else "cpu"
kind = torch.float16 if precision == "float16" and device == "cuda" else torch.float32
torch.manual_seed(0)
layer = torch.nn.TransformerEncoderLayer(width, heads, inner, activation="gelu", batch_first=True, norm_first=True, dropout=0)
model = torch.nn.TransformerEncoder(layer, layers, enable_nested_tensor=False).to(device, kind).eval()
best = {"per_cell": float("inf"), "batch": 0}
with torch.inference_mode():
    for batch in batches:
        x = torch.randn(batch, tokens, width, device=device, dtype=kind)
        seconds = []
        for i in range(repeats + 1):
            start = time.perf_counter()
            model(x).mean(dim=1).float().cpu()
            if i > 0:
                seconds.append(time.perf_counter() - start)
        per_cell = 1000 * statistics.median(seconds) / batch
        if per_cell < best["per_cell"]:
            best = {"per_cell": per_cell, "batch": batch}
name = torch.cuda.get_device_name() if device == "cuda" else f"CPU, {torch.get_num_threads()} threads"
print(json.dumps({**best, "version": torch.__version__, "device": name}))
