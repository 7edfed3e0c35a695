"""The weights of a BERT-like encoder under one set of names, whatever its library called them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from models.convert.checkpoint import CheckpointError, State

Affine = tuple[np.ndarray, np.ndarray]


@dataclass(frozen=True)
class Layer:
    """One layer, normalized after each residual sum; an affine map is weight (out x in) and bias."""

    query: Affine
    key: Affine
    value: Affine
    out: Affine
    norm1: Affine
    up: Affine
    down: Affine
    norm2: Affine


@dataclass(frozen=True)
class Encoder:
    """A stack of layers; ``activation`` is `gelu` (by erf), `gelu_new` (by tanh) or `relu`."""

    layers: list[Layer]
    heads: int
    activation: str
    epsilon: float

    @property
    def width(self) -> int:
        """Numbers a token."""
        return self.layers[0].query[0].shape[1]


def _checked(encoder: Encoder) -> Encoder:
    if encoder.activation not in ("gelu", "gelu_new", "relu"):
        raise CheckpointError(
            f"The checkpoint's activation is {encoder.activation}; gelu, gelu_new and relu can be converted."
        )
    if encoder.width % encoder.heads:
        raise CheckpointError(f"A width of {encoder.width} is no multiple of {encoder.heads} attention heads.")
    return encoder


def bert_encoder(state: State, config: dict) -> Encoder:
    """`transformers`' BERT: encoder.layer.N.attention.self.query and so on."""
    prefix = state.prefix("encoder.layer.0.attention.self.query.weight")
    names = {
        "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
        "out": "attention.output.dense", "norm1": "attention.output.LayerNorm",
        "up": "intermediate.dense", "down": "output.dense", "norm2": "output.LayerNorm",
    }  # fmt: skip
    layers = [
        Layer(**{part: state.linear(f"{prefix}encoder.layer.{i}.{name}") for part, name in names.items()})
        for i in range(config["num_hidden_layers"])
    ]
    activation = config.get("hidden_act", "gelu")
    return _checked(Encoder(layers, config["num_attention_heads"], activation, config.get("layer_norm_eps", 1e-12)))


def distilbert_encoder(state: State, config: dict) -> Encoder:
    """`transformers`' DistilBERT: transformer.layer.N.attention.q_lin and so on."""
    prefix = state.prefix("transformer.layer.0.attention.q_lin.weight")
    names = {
        "query": "attention.q_lin", "key": "attention.k_lin", "value": "attention.v_lin", "out": "attention.out_lin",
        "norm1": "sa_layer_norm", "up": "ffn.lin1", "down": "ffn.lin2", "norm2": "output_layer_norm",
    }  # fmt: skip
    count = config.get("n_layers", config.get("num_hidden_layers"))
    heads = config.get("n_heads", config.get("num_attention_heads"))
    if not count or not heads:
        raise CheckpointError("config.json says neither n_layers and n_heads nor num_hidden_layers and num_attention_heads.")
    layers = [
        Layer(**{part: state.linear(f"{prefix}transformer.layer.{i}.{name}") for part, name in names.items()})
        for i in range(count)
    ]
    return _checked(Encoder(layers, heads, config.get("activation", "gelu"), 1e-12))


def scgpt_encoder(state: State, config: dict) -> Encoder:
    """scGPT's: torch's own encoder layers, or its flash-attention ones, which name the joint projection Wqkv."""
    layers = []
    for i in range(config["nlayers"]):
        name = f"transformer_encoder.layers.{i}"
        joint = "Wqkv." if f"{name}.self_attn.Wqkv.weight" in state else "in_proj_"
        weight, bias = state[f"{name}.self_attn.{joint}weight"], state[f"{name}.self_attn.{joint}bias"]
        query, key, value = zip(np.split(weight, 3), np.split(bias, 3), strict=True)
        layers.append(
            Layer(
                query, key, value, state.linear(f"{name}.self_attn.out_proj"), state.linear(f"{name}.norm1"),
                state.linear(f"{name}.linear1"), state.linear(f"{name}.linear2"), state.linear(f"{name}.norm2"),
            )
        )  # fmt: skip
    return _checked(Encoder(layers, config["nheads"], "relu", 1e-5))


def normalized(rows: np.ndarray, norm: Affine, epsilon: float) -> np.ndarray:
    """Layer normalization of rows, for tables that always stand behind one."""
    rows = rows.astype(np.float64)
    centered = rows - rows.mean(axis=-1, keepdims=True)
    scaled = centered / np.sqrt(np.square(centered).mean(axis=-1, keepdims=True) + epsilon)
    return (scaled * norm[0] + norm[1]).astype(np.float32)
