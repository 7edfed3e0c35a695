"""A converted model as a folder: quantized, its drift measured, its gradient appended."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime as ort

from models.convert.checkpoint import CheckpointError
from models.convert.source import Source
from models.encode import densified, encode
from models.export import SELF_TEST_TOKENS, TOLERANCE, session
from models.folder import describe_heads, gene_table, write_folder
from models.gradient import describe_gradient, gradient_graph, share_weights, strength_gradient
from models.quantize import drift
from models.schemes import SCHEMES, store

LIMITS = (
    "Converted from a published checkpoint. What it says is what that model says of the same counts, but for the drift of "
    "its stored weights given below; its accuracy was not measured here. Where its authors draw at random (ties, genes "
    "beyond its length), the conversion keeps a fixed rule, said in models/README.md."
)
INTENDED_USE = "As its authors intend; for exploration, not for diagnosis."
MOST_DRAWN = 400


@dataclass(frozen=True)
class Cells:
    """Counts over a model's vocabulary, and each cell's total over all genes."""

    counts: np.ndarray
    totals: np.ndarray
    what: str


def drawn_cells(genes: int, cells: int) -> Cells:
    """Cells of random counts, a few hundred genes each: for measuring what rounding changes, not for biology."""
    random = np.random.default_rng(0)
    share = min(0.6, MOST_DRAWN / genes)
    rates = random.gamma(0.5, 4.0, size=genes)
    counts = (1 + random.poisson(rates, (cells, genes))) * (random.random((cells, genes)) < share)
    return Cells(counts.astype(np.float32), counts.sum(axis=1).astype(np.float64), f"{cells} cells of random counts")


def read_cells(path: Path, source: Source, cells: int) -> Cells:
    """The first cells of an .h5ad file whose X holds counts, genes found by Ensembl id or symbol."""
    import anndata

    data = anndata.read_h5ad(path)[:cells]
    columns = {name.split(".")[0] if name.startswith("ENS") else name: j for j, name in enumerate(data.var_names)}
    found = [columns.get(i or s, columns.get(s, -1)) for s, i in zip(source.genes.symbols, source.genes.ensembl, strict=True)]
    dense = data.X.toarray() if hasattr(data.X, "toarray") else np.asarray(data.X)
    counts = np.where(np.array(found) >= 0, dense[:, found], 0).astype(np.float32)
    if not counts.any():
        raise CheckpointError(f"{path} measures none of the model's genes.")
    return Cells(counts, dense.sum(axis=1).astype(np.float64), f"{len(counts)} cells of {path.name}")


def feeds(source: Source, tokens: tuple[np.ndarray, np.ndarray, np.ndarray]) -> dict[str, np.ndarray]:
    """Inputs by name; every phenotype is asked for."""
    given = dict(zip(("genes", "values", "mask"), tokens, strict=True))
    if "dense" in source.inputs:
        return {source.inputs["dense"]: densified(*tokens, len(source.genes))}
    given["phenotypes"] = np.zeros((len(tokens[0]), len(source.heads)), np.int32)
    return {name: given[key] for key, name in source.inputs.items()}


def outputs_of(source: Source) -> list[str]:
    """Logits of each head, then the embedding."""
    return [f"logits_{head}" for head in source.heads] + ["embedding"]


def predict(model: ort.InferenceSession, source: Source, cells: Cells, batch: int = 4) -> list[np.ndarray]:
    """Outputs of cells, through the encoding."""
    parts = []
    for at in range(0, len(cells.counts), batch):
        some = slice(at, at + batch)
        tokens = encode(source.encoding, cells.counts[some], cells.totals[some], source.genes.scale)
        parts.append(model.run(outputs_of(source), feeds(source, tokens)))
    return [np.concatenate(column) for column in zip(*parts, strict=True)]


def _self_test(model: ort.InferenceSession, source: Source, cells: Cells) -> bytes:
    """Two cells of the same few tokens and what the model says of them."""
    richest = np.argsort(-(cells.counts > 0).sum(axis=1), kind="stable")[:2]
    tokens = encode(source.encoding, cells.counts[richest], cells.totals[richest], source.genes.scale)
    genes, values, mask = (part[:, :SELF_TEST_TOKENS] for part in tokens)
    found = model.run(outputs_of(source), feeds(source, (genes, values, mask)))
    rounded = [[[round(float(v), 5) for v in row] for row in array] for array in found]
    document = {
        "genes": genes.tolist(),
        "values": values.astype(float).round(4).tolist(),
        "phenotypes": np.zeros((len(genes), len(source.heads)), int).tolist(),
        "logits": dict(zip(outputs_of(source)[:-1], rounded, strict=False)),
        "tolerance": TOLERANCE,
    }
    if not source.heads:
        document["embedding"] = rounded[-1]
    return (json.dumps(document) + "\n").encode()


def _quantization(words: str, exact: list[np.ndarray], small: list[np.ndarray], what: str) -> dict:
    """The manifest's `quantization`: drift of the heads, and the embedding's least cosine."""
    a, b = exact[-1].astype(np.float64), small[-1].astype(np.float64)
    cosine = (a * b).sum(axis=1) / np.maximum(np.linalg.norm(a, axis=1) * np.linalg.norm(b, axis=1), 1e-30)
    found = {"scheme": words, "embedding_cosine": round(float(cosine.min()), 6)}
    drifts = [drift(p, q) for p, q in zip(exact[:-1], small[:-1], strict=True)]
    if drifts:
        found["top1_agreement"] = round(min(d[0] for d in drifts), 6)
        found["mean_kl"] = float(f"{max(d[1] for d in drifts):.3g}")
    return {**found, "measured_on": what}


def write(
    out: Path, source: Source, text: dict[str, str], species: str, cells: Cells, weights: str, gradient: bool
) -> dict:
    """Writes the folder; the finished manifest.

    Parameters
    ----------
    text
        Words of the manifest, before the converter's own.
    cells
        What the drift is measured on, and the self-test taken from.
    weights
        How they are stored, one of ``models.schemes``.
    gradient
        Whether a model with heads gets its gradient graph.
    """
    model = source.build()
    small_model = store(model, SCHEMES[weights])
    predicted = small_model.SerializeToString()
    exact, small = session(model.SerializeToString()), session(predicted)
    told = [predict(one, source, cells) for one in (exact, small)]
    quantization = _quantization(SCHEMES[weights].words, *told, cells.what)
    table = gene_table(source.genes.symbols, source.genes.ensembl, source.genes.aliases, source.genes.scale, digits=9)
    files = {
        "genes": ("genes.tsv", table.encode()),
        "predict": ("predict.onnx", predicted),
        "self_test": ("self-test.json", _self_test(small, source, cells)),
    }
    graph = {"inputs": source.inputs, "embedding": "embedding", "embedding_size": source.width}
    if "dense" not in source.inputs:
        graph["gene_states"] = "gene_states"
    if gradient and source.heads:
        heads = list(source.heads)
        made = (
            strength_gradient(small_model, heads)
            if source.gradient_at == "tokens"
            else gradient_graph(small_model, heads, source.gradient_at)
        )
        files["gradient"] = ("gradient.onnx", share_weights(made, predicted, "predict.onnx"))
        graph["gradient"] = describe_gradient(heads, "tokens" if source.gradient_at == "tokens" else "values")
    manifest = {
        "version": "1.0.0",
        "intended_use": INTENDED_USE,
        "limits": LIMITS,
        **source.text,
        **text,
        "kind": "onnx",
        "species": species,
        "genes": len(source.genes),
        "encoding": source.encoding,
        "heads": describe_heads(list(source.heads), source.heads, dict.fromkeys(source.heads, 1.0)),
        "onnx": graph,
        "quantization": quantization,
    }
    return write_folder(out, manifest, files, _card(manifest))


def _card(manifest: dict) -> str:
    measured = ", ".join(f"{key} {value}" for key, value in manifest["quantization"].items() if key != "scheme")
    return (
        f"# {manifest['title']}\n\n{manifest['trained_on']} {manifest['intended_use']}\n\n{manifest['limits']}\n\n"
        f"Quantization: {manifest['quantization']['scheme']}; {measured}.\n\n"
        f"Licence: {manifest['license']}. Citation: {manifest['citation']}.\n\nMade by `python -m models.convert`.\n"
    )
