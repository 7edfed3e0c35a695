"""scvi-tools' SCANVI: what ``SCANVI.predict`` computes, encoder and classifier."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx

from models.convert.checkpoint import CheckpointError, State, find
from models.convert.options import Options
from models.convert.perceptron import INPUT, DenseBuilder, Layer, folded, relu
from models.convert.pickles import plain_text, read_torch
from models.convert.source import Source, name_genes, terms
from models.convert.weights import Affine

BATCH_EPSILON = 1e-3
LAYER_EPSILON = 1e-5
TEXT = {
    "title": "scANVI",
    "license": "as its authors say; the file states none",
    "citation": "Xu et al., Molecular Systems Biology 2021;17:e9620, doi 10.15252/msb.20209620 (the method)",
    "trained_on": "As its authors describe.",
}


def convert_scanvi(path: Path, options: Options) -> Source:
    """`model.pt` as ``SCANVI.save`` writes it: weights, genes, registry and settings.

    Cells of a file are of a batch that the model has not seen: where batches reach the encoder, that batch is a new category
    whose weights are zero, as scArches adds one, before any surgery trains them. ``--batch`` names a batch that is in the
    registry, such as one that surgery has been trained on.
    """
    file = path if path.is_file() else find(path, ("model.pt", "*model.pt"), "scvi-tools' model")
    content = read_torch(file)
    if not isinstance(content, dict) or not {"model_state_dict", "attr_dict", "var_names"} <= set(content):
        raise CheckpointError(f"{file} is no model that scvi-tools 0.15 or later saved (model_state_dict, var_names, attr_dict).")
    attributes = content["attr_dict"]
    registry = attributes.get("registry_") or {}
    if "classifier.classifier.0.weight" not in content["model_state_dict"] and not _has_hidden(content["model_state_dict"]):
        raise CheckpointError(f"{file} has no classifier: it is a {registry.get('model_name', 'model')}, and SCANVI is what is converted.")
    state = State(
        {name: tensor.detach().float().numpy() for name, tensor in content["model_state_dict"].items() if hasattr(tensor, "detach")},
        "a SCANVI model",
    )
    genes = plain_text(content["var_names"])
    settings = _settings(attributes)
    _refuse_variants(settings, registry)
    labels = _labels(registry, attributes, len(state["y_prior"][0]), options)
    batch = _batch(registry, options.batch)
    has_norm = settings.get("use_layer_norm", "none") in ("encoder", "both")
    encoder = _layers(state, "z_encoder.encoder", len(genes), has_norm, batch)
    if settings.get("linear_classifier"):
        classifier = [Layer(state.linear("classifier.classifier.0"))]
    else:
        hidden = _layers(state, "classifier.classifier.0", len(state["z_encoder.mean_encoder.bias"]), has_norm, None)
        classifier = [*hidden, Layer(state.linear("classifier.classifier.1"))]
    latent = Layer(state.linear("z_encoder.mean_encoder"))
    width = len(latent.affine[1])

    def build() -> onnx.ModelProto:
        b = DenseBuilder()
        x = INPUT
        for i, layer in enumerate(encoder):
            x = b.layer(x, f"encoder.{i}", layer)
        x = b.layer(x, "latent", latent, "embedding")
        for i, layer in enumerate(classifier):
            x = b.layer(x, f"classifier.{i}", layer, f"logits_{options.phenotype}" if i == len(classifier) - 1 else None)
        return b.finish(len(genes), {options.phenotype: len(labels)}, width)

    scale = "log1p-counts" if settings.get("log_variational", True) else "counts"
    return Source(
        text=TEXT, genes=name_genes(genes, None, options.hgnc), encoding={"name": "dense", "scale": scale}, inputs={"dense": INPUT},
        heads={options.phenotype: terms(options.phenotype, labels)}, width=width, build=build, gradient_at=INPUT,
    )  # fmt: skip


def _has_hidden(weights: dict) -> bool:
    return any(name.startswith("classifier.classifier.0.fc_layers") for name in weights)


def _settings(attributes: dict) -> dict:
    """Arguments the model was made with, those of its network among them."""
    given = attributes.get("init_params_") or {}
    kwargs = given.get("kwargs") or {}
    return {**(given.get("non_kwargs") or {}), **(kwargs.get("model_kwargs") or kwargs)}


def _refuse_variants(settings: dict, registry: dict) -> None:
    fields = registry.get("field_registries") or {}
    if settings.get("encode_covariates"):
        for field, what in (("extra_categorical_covs", "categorical"), ("extra_continuous_covs", "continuous")):
            if any(((fields.get(field) or {}).get("summary_stats") or {}).values()):
                raise CheckpointError(f"The encoder reads {what} covariates beside the batch, which a file of counts does not bring.")
    for name in ("extra_encoder_kwargs", "use_labels_groups", "classifier_parameters"):
        if settings.get(name):
            raise CheckpointError(f"The model was made with {name}, which is not known here.")


def _labels(registry: dict, attributes: dict, count: int, options: Options) -> list[str]:
    """Names of the classes; the category of unlabelled cells, always the last, is none."""
    held = ((registry.get("field_registries") or {}).get("labels") or {}).get("state_registry") or {}
    names = plain_text(held.get("categorical_mapping", []))
    unlabelled = held.get("unlabeled_category", attributes.get("unlabeled_category_"))
    if unlabelled is not None and len(names) == count + 1:
        names = [name for name in names if name != str(unlabelled)]
    if len(names) != count:
        raise CheckpointError(f"The classifier has {count} classes, and the registry names {len(names)} labels.")
    return names


def _batch(registry: dict, asked: str | None) -> int | None:
    """The place of the batch asked for; none for cells of a batch that the model has not seen."""
    held = ((registry.get("field_registries") or {}).get("batch") or {}).get("state_registry") or {}
    names = plain_text(held.get("categorical_mapping", []))
    if asked is None:
        return None
    if asked not in names:
        raise CheckpointError(f"The registry has no batch {asked}; it has {', '.join(names[:8])}{', ...' if len(names) > 8 else ''}.")
    return names.index(asked)


def _layers(state: State, name: str, width: int, has_layer_norm: bool, batch: int | None) -> list[Layer]:
    """scvi-tools' FCLayers in evaluation: affine map, batch normalization, layer normalization, ReLU.

    Columns beyond a layer's input are a weight for each batch: the batch's own is added to the bias, none for a new one.
    """
    layers = []
    while f"{name}.fc_layers.Layer {len(layers)}.0.weight" in state:
        at = f"{name}.fc_layers.Layer {len(layers)}"
        weight, bias = state.linear(f"{at}.0")
        affine: Affine = (weight[:, :width], bias + weight[:, width + batch] if batch is not None and weight.shape[1] > width else bias)
        if f"{at}.1.running_mean" in state:
            norm = [state[f"{at}.1.{part}"] for part in ("weight", "bias", "running_mean", "running_var")]
            affine = folded(affine, *norm, BATCH_EPSILON)
        layers.append(relu(Layer(affine, LAYER_EPSILON if has_layer_norm else None)))
        width = len(bias)
    if not layers:
        raise CheckpointError(f"The weights have no {name}.fc_layers, which a SCANVI model has.")
    return layers
