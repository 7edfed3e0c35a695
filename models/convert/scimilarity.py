"""SCimilarity: its encoder, and where labelled cells are given, the cell type whose centroid is nearest."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx

from models.convert.checkpoint import CheckpointError, State, find
from models.convert.options import Options
from models.convert.perceptron import INPUT, DenseBuilder, Layer, folded
from models.convert.pickles import read_torch
from models.convert.source import Source, name_genes, read_genes, terms

EPSILON = 1e-5
TARGET_SUM = 10_000
LEAST_CELLS = 2
TEXT = {
    "title": "SCimilarity",
    "license": "Apache-2.0 (Genentech/scimilarity, code); the weights' terms are those of their download page",
    "citation": "Heimberg et al., Nature 2025;638:1085-1094, doi 10.1038/s41586-024-08411-y",
    "trained_on": "Annotated cells of public studies, as its authors describe.",
}


def convert_scimilarity(folder: Path, options: Options) -> Source:
    """encoder.ckpt and gene_order.tsv, as the authors publish them.

    ``--reference`` gives labelled cells (.h5ad of counts, types in ``--reference-column``): their embeddings' means become
    the centroids. The authors' own annotation searches millions of cells for neighbours instead.
    """
    weights = read_torch(find(folder, ("encoder.ckpt",), "the encoder"))
    if not isinstance(weights, dict) or "state_dict" not in weights:
        raise CheckpointError("encoder.ckpt holds no state_dict, as SCimilarity's does.")
    state = State({name: tensor.detach().float().numpy() for name, tensor in weights["state_dict"].items()}, "SCimilarity's encoder")
    genes = read_genes(find(folder, ("gene_order.tsv",), "the genes' order"))
    layers = _layers(state)
    if layers[0].affine[0].shape[1] != len(genes):
        raise CheckpointError(f"gene_order.tsv names {len(genes):,} genes, but the encoder reads {layers[0].affine[0].shape[1]:,}.")
    width = len(layers[-1].affine[1])
    centroids = _centroids(layers, genes, options) if options.reference else None

    def build() -> onnx.ModelProto:
        b = DenseBuilder()
        x = INPUT
        for i, layer in enumerate(layers):
            x = b.layer(x, f"network.{i}", layer)
        b.unit(x, "embedding")
        if centroids is None:
            return b.finish(len(genes), {}, width)
        b.layer("embedding", "centroids", Layer(centroids[1]), f"logits_{options.phenotype}")
        return b.finish(len(genes), {options.phenotype: len(centroids[0])}, width)

    return Source(
        text=TEXT, genes=name_genes(genes, None, options.hgnc),
        encoding={"name": "dense", "scale": "log1p", "target_sum": TARGET_SUM, "total": "model"}, inputs={"dense": INPUT},
        heads={options.phenotype: terms(options.phenotype, centroids[0])} if centroids else {}, width=width, build=build,
        gradient_at=INPUT,
    )  # fmt: skip


def _layers(state: State) -> list[Layer]:
    """Linear, batch normalization, PReLU; the last one linear alone. Dropout, first in each, does nothing here."""
    layers = []
    while f"network.{len(layers)}.1.weight" in state:
        at = f"network.{len(layers)}"
        norm = [state[f"{at}.2.{part}"] for part in ("weight", "bias", "running_mean", "running_var")]
        layers.append(Layer(folded(state.linear(f"{at}.1"), *norm, EPSILON), slope=state[f"{at}.3.weight"]))
    return [*layers, Layer(state.linear(f"network.{len(layers)}"))]


def embed(layers: list[Layer], x: np.ndarray) -> np.ndarray:
    """Embeddings of length 1 of cells x genes, in double precision."""
    x = x.astype(np.float64)
    for layer in layers:
        x = x @ layer.affine[0].T.astype(np.float64) + layer.affine[1]
        if layer.slope is not None:
            x = np.where(x > 0, x, layer.slope * x)
    return x / np.maximum(np.linalg.norm(x, axis=1, keepdims=True), 1e-12)


def _centroids(layers: list[Layer], genes: list[str], options: Options) -> tuple[list[str], tuple[np.ndarray, np.ndarray]]:
    """Names, and the affine map from embeddings to logits of the nearest centroid.

    Cells of a type are taken to be normal around its centroid c with one variance s for all types and directions, pooled
    within types: logit = c.z / s - c.c / 2s, so that the softmax is each type's posterior at equal priors.
    """
    import anndata

    data = anndata.read_h5ad(options.reference)
    if options.reference_column not in data.obs:
        raise CheckpointError(f"{options.reference} has no column {options.reference_column} in obs; name one by --reference-column.")
    types = data.obs[options.reference_column]
    names = [str(name) for name, cells in types.value_counts().sort_index().items() if cells >= LEAST_CELLS]
    place = {gene: j for j, gene in enumerate(data.var_names)}
    shared = [(i, place[gene]) for i, gene in enumerate(genes) if gene in place]
    if not shared or len(names) < 2:
        raise CheckpointError(f"{options.reference} measures {len(shared)} of the model's genes and has {len(names)} types of cells.")
    to, of = np.array(shared).T
    counts = np.zeros((data.n_obs, len(genes)))
    counts[:, to] = data.X[:, of].toarray() if hasattr(data.X, "toarray") else np.asarray(data.X)[:, of]
    x = np.log1p(TARGET_SUM * counts / np.maximum(counts.sum(axis=1, keepdims=True), 1e-9))
    embeddings = embed(layers, x)
    groups = [embeddings[(types.astype(str) == name).to_numpy()] for name in names]
    centers = np.array([group.mean(axis=0) for group in groups])
    spread = sum(float(((group - center) ** 2).sum()) for group, center in zip(groups, centers, strict=True))
    variance = spread / (sum(len(group) - 1 for group in groups) * centers.shape[1])
    if not variance > 0:
        raise CheckpointError(f"The cells of each type in {options.reference} lie at one place: there is no spread to judge by.")
    bias = -(centers**2).sum(axis=1) / (2 * variance)
    return names, ((centers / variance).astype(np.float32), bias.astype(np.float32))
