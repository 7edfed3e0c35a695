"""Trained parameters -> model folders."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnxruntime as ort

from models.encode import gene_values
from models.folder import describe_heads, gene_table, pack_linear, write_folder
from models.gradient import OUTPUT, cotangent_names, describe_gradient, gradient_graph, share_weights
from models.graph import build
from models.labels import ClassTerm
from models.linear import AffineHead, affine_logits
from models.network import PhenoNet
from models.quantize import drift
from models.schemes import SCHEMES, store

SELF_TEST_TOKENS = 24
TOLERANCE = 0.02
PREDICT, GRADIENT = "predict.onnx", "gradient.onnx"

Tokens = tuple[np.ndarray, np.ndarray, np.ndarray]
"""Genes, values and mask of encoded cells, each cells x length."""


def session(model: bytes, threads: int = 1) -> ort.InferenceSession:
    """A CPU session that keeps activations in fp32 (the higher optimization levels may not)."""
    options = ort.SessionOptions()
    options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.intra_op_num_threads = threads
    return ort.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def run(
    model: ort.InferenceSession, genes, values, mask, phenotypes, outputs: list[str], more: dict | None = None
) -> list[np.ndarray]:
    """Outputs of one batch; ``more`` are further inputs, such as cotangents."""
    feed = {
        **(more or {}),
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


def self_test_tokens(counts, totals, scale) -> Tokens:
    """Two short cells for a self-test, the richest ones.

    Raises
    ------
    ValueError
        Where no two cells have genes enough.
    """
    richest = np.argsort(-(counts > 0).sum(axis=1), kind="stable")[:2]
    genes, values, mask = gene_values(counts[richest], totals[richest], scale, SELF_TEST_TOKENS)
    if not mask.all():
        raise ValueError("a self-test needs two cells with enough genes")
    return genes, np.round(values, 4), mask


def self_test(model: ort.InferenceSession, gradient: ort.InferenceSession, tokens: Tokens, heads: list[str]) -> bytes:
    """A few cells, their logits, and the gradient of the sum of each head's largest logit by their values."""
    genes, values, mask = tokens
    phenotypes = np.zeros((len(genes), len(heads)))
    outputs = [f"logits_{head}" for head in heads]
    logits = run(model, genes, values, mask, phenotypes, outputs)
    largest = [np.eye(found.shape[1], dtype=np.float32)[found.argmax(axis=1)] for found in logits]
    cotangents = dict(zip(cotangent_names(heads), largest, strict=True))
    [slope] = run(gradient, genes, values, mask, phenotypes, [OUTPUT], cotangents)
    document = {
        "genes": genes.tolist(),
        "values": _rounded(values, 4),
        "phenotypes": phenotypes.astype(int).tolist(),
        "logits": {name: _rounded(array, 5) for name, array in zip(outputs, logits, strict=True)},
        "gradient": _rounded(slope, 5),
        "tolerance": TOLERANCE,
    }
    return (json.dumps(document) + "\n").encode()


def _rounded(array: np.ndarray, digits: int) -> list[list[float]]:
    return [[round(float(v), digits) for v in row] for row in array]


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
    scheme: str,
    quantization: dict,
    metrics: dict | None,
) -> dict:
    """A transformer's folder.

    Parameters
    ----------
    cells, totals
        Counts to take the self-test's two cells from.
    scheme
        How weights are stored, a key of ``models.schemes.SCHEMES``.
    quantization
        The measured drift: the manifest's `quantization` without its `scheme`.
    """
    heads = list(classes)
    model = store(build(network, heads), SCHEMES[scheme])
    predict, gradient = model.SerializeToString(), gradient_graph(model, heads)
    table = gene_table(*genes, scale)
    scale = np.array([float(line.split("\t")[3]) for line in table.splitlines()[1:]], dtype=np.float32)
    sessions = session(predict), session(gradient.SerializeToString())
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
            "gradient": describe_gradient(heads),
        },
        "quantization": {"scheme": SCHEMES[scheme].words, **quantization},
    }
    if metrics:
        manifest["metrics"] = metrics
    files = {
        "genes": ("genes.tsv", table.encode()),
        "predict": (PREDICT, predict),
        "gradient": (GRADIENT, share_weights(gradient, predict, PREDICT)),
        "self_test": ("self-test.json", self_test(*sessions, self_test_tokens(cells, totals, scale), heads)),
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
