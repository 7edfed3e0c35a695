"""Trained parameters -> model folders."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnxruntime as ort

from models.encode import gene_values
from models.folder import describe_heads, gene_table, pack_linear, write_folder
from models.graph import build
from models.labels import ClassTerm
from models.linear import AffineHead, affine_logits
from models.network import PhenoNet
from models.quantize import drift

SELF_TEST_TOKENS = 24
TOLERANCE = 0.02


def session(model: bytes, threads: int = 1) -> ort.InferenceSession:
    """A CPU session that keeps activations in fp32 (the higher optimization levels may not)."""
    options = ort.SessionOptions()
    options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.intra_op_num_threads = threads
    return ort.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def run(model: ort.InferenceSession, genes, values, mask, phenotypes, outputs: list[str]) -> list[np.ndarray]:
    """Outputs of one batch."""
    feed = {
        "genes": genes.astype(np.int32),
        "values": values.astype(np.float32),
        "mask": mask.astype(np.float32),
        "phenotypes": phenotypes.astype(np.int32),
    }
    return model.run(outputs, feed)


def predict_cells(
    model: ort.InferenceSession, counts, totals, scale, max_genes: int, outputs: list[str], heads: int, batch: int = 64
) -> list[np.ndarray]:
    """Outputs for dense counts, every phenotype masked."""
    parts = []
    for first in range(0, len(counts), batch):
        tokens = gene_values(counts[first : first + batch], totals[first : first + batch], scale, max_genes)
        parts.append(run(model, *tokens, np.zeros((len(tokens[0]), heads)), outputs))
    return [np.concatenate(column) for column in zip(*parts, strict=True)]


def _self_test(model: ort.InferenceSession, counts, totals, scale, outputs: list[str], heads: int) -> bytes:
    """Two short cells and their logits."""
    richest = np.argsort(-(counts > 0).sum(axis=1), kind="stable")[:2]
    genes, values, mask = gene_values(counts[richest], totals[richest], scale, SELF_TEST_TOKENS)
    if not mask.all():
        raise ValueError("a self-test needs two cells with enough genes")
    values = np.round(values, 4)
    phenotypes = np.zeros((2, heads))
    logits = run(model, genes, values, mask, phenotypes, outputs)
    document = {
        "genes": genes.tolist(),
        "values": [[round(float(v), 4) for v in row] for row in values],
        "phenotypes": phenotypes.astype(int).tolist(),
        "logits": {
            name: [[round(float(v), 5) for v in row] for row in array]
            for name, array in zip(outputs, logits, strict=True)
        },
        "tolerance": TOLERANCE,
    }
    return (json.dumps(document) + "\n").encode()


def export_network(
    folder: Path,
    network: PhenoNet,
    genes: tuple[list[str], list[str], list[str]],
    scale: np.ndarray,
    classes: dict[str, list[ClassTerm]],
    temperatures: dict[str, float],
    text: dict[str, str],
    card: str,
    max_genes: int,
    cells: np.ndarray,
    totals: np.ndarray,
    measured_on: str,
    metrics: dict | None,
) -> dict:
    """A transformer's folder; ``cells`` are what the quantization's drift is measured on."""
    heads = list(classes)
    outputs = [f"logits_{head}" for head in heads]
    quantized = build(network, heads, int8=True).SerializeToString()
    exact = session(build(network, heads, int8=False).SerializeToString())
    small = session(quantized)
    table = gene_table(*genes, scale)
    scale = np.array([float(line.split("\t")[3]) for line in table.splitlines()[1:]], dtype=np.float32)
    reference = predict_cells(exact, cells, totals, scale, max_genes, outputs, len(heads))
    other = predict_cells(small, cells, totals, scale, max_genes, outputs, len(heads))
    drifts = [drift(a, b) for a, b in zip(reference, other, strict=True)]
    manifest = {
        **text,
        "kind": "onnx",
        "species": "human",
        "genes": len(genes[0]),
        "encoding": {"name": "gene-values", "target_sum": 10000, "max_genes": max_genes},
        "heads": describe_heads(heads, classes, temperatures),
        "onnx": {
            "inputs": {"genes": "genes", "values": "values", "mask": "mask", "phenotypes": "phenotypes"},
            "embedding": "embedding",
            "embedding_size": network.shape.width,
            "gene_states": "gene_states",
        },
        "quantization": {
            "scheme": "int8 per channel, weights only",
            "top1_agreement": round(min(d[0] for d in drifts), 6),
            "mean_kl": float(f"{max(d[1] for d in drifts):.3g}"),
            "measured_on": measured_on,
        },
    }
    if metrics:
        manifest["metrics"] = metrics
    files = {
        "genes": ("genes.tsv", table.encode()),
        "predict": ("predict.onnx", quantized),
        "self_test": ("self-test.json", _self_test(small, cells, totals, scale, outputs, len(heads))),
    }
    return write_folder(folder, manifest, files, card)


def export_linear(
    folder: Path,
    heads: dict[str, AffineHead],
    mean: np.ndarray,
    genes: tuple[list[str], list[str], list[str]],
    classes: dict[str, list[ClassTerm]],
    temperatures: dict[str, float],
    text: dict[str, str],
    card: str,
    scores: np.ndarray,
    measured_on: str,
    metrics: dict | None,
) -> dict:
    """A linear model's folder; ``scores`` (NaN where unmeasured) are what the drift is measured on."""
    weights = np.concatenate([head.weights for head in heads.values()], axis=1)
    bias = np.concatenate([head.bias for head in heads.values()])
    blob, tensors = pack_linear(weights, bias, mean)
    drifts = []
    for name, head in heads.items():
        rounded = AffineHead(head.weights.astype(np.float16).astype(np.float32), head.bias)
        t = temperatures[name]
        drifts.append(drift(affine_logits(scores, mean, head) / t, affine_logits(scores, mean, rounded) / t))
    manifest = {
        **text,
        "kind": "linear",
        "species": "human",
        "genes": len(genes[0]),
        "encoding": {"name": "rank-normal", "scale": "norm"},
        "heads": describe_heads(list(heads), classes, temperatures),
        "tensors": tensors,
        "quantization": {
            "scheme": "weights float16, the rest float32",
            "top1_agreement": round(min(d[0] for d in drifts), 6),
            "mean_kl": float(f"{max(d[1] for d in drifts):.3g}"),
            "measured_on": measured_on,
        },
    }
    if metrics:
        manifest["metrics"] = metrics
    table = gene_table(*genes, np.ones(len(genes[0])))
    files = {"genes": ("genes.tsv", table.encode()), "weights": ("weights.bin", blob)}
    return write_folder(folder, manifest, files, card)
