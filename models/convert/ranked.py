"""The graph of a BERT over ranked gene tokens: a gene's place in the sequence is its rank."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import onnx
from onnx import TensorProto

from models.convert.checkpoint import CheckpointError, State
from models.convert.encoder import LAST, TokenBuilder
from models.convert.weights import Affine, Encoder, bert_encoder

INPUTS = {"genes": "genes", "mask": "mask"}


@dataclass(frozen=True)
class Classifier:
    """`transformers`' BertForSequenceClassification: tanh of an affine map of the first token, and another."""

    pooler: Affine
    output: Affine


@dataclass(frozen=True)
class Ranked:
    """Embeddings before the first normalization, the encoder, and what is made of its states."""

    genes: np.ndarray
    positions: np.ndarray
    """With the token type's embedding in them: BERT adds the same one everywhere."""
    cls: np.ndarray | None
    eos: np.ndarray | None
    norm: Affine
    epsilon: float
    encoder: Encoder
    pool: str
    layer: int
    classifier: Classifier | None

    def build(self, phenotype: str) -> onnx.ModelProto:
        """The graph; ``phenotype`` is what the classifier, if any, tells."""
        b, width = TokenBuilder(), self.encoder.width
        first = 0 if self.cls is None else 1
        special = []
        if self.cls is not None:
            special.append(b.special("cls", (self.cls + self.positions[0])[None]))
        if self.eos is not None:
            end = b.add("Add", ["token_count", b.number(float(first))])
            place = b.table_rows(b.add("Cast", [end], to=TensorProto.INT32), "position", self.positions)
            special.append(b.add("Add", [place, b.constant("eos", self.eos)]))
        pad = np.zeros((1, width), np.float32)
        tokens = b.table_rows("genes", "gene", np.concatenate([self.genes, pad]), "tokens")
        length = b.add("Gather", [b.add("Shape", ["genes"]), b.scalar(1)])
        ranks = b.add("Range", [b.scalar(first), b.add("Add", [length, b.scalar(first)]), b.scalar(1)])
        ranked = b.add("Add", [tokens, b.table_rows(ranks, "position", self.positions)])
        x = b.add("Concat", [*special, ranked], axis=1) if special else ranked
        x = b.row_norm(x, "embeddings", self.norm, self.epsilon)
        states = [x, *b.encode(x, b.bias([b.one] * len(special)), self.encoder)]
        self._outputs(b, states, len(special), phenotype)
        heads = {phenotype: len(self.classifier.output[1])} if self.classifier else {}
        return b.finish(INPUTS, heads, width)

    def _outputs(self, b: TokenBuilder, states: list[str], special: int, phenotype: str) -> None:
        width = self.encoder.width
        chosen = states[self.layer - 1]
        if self.pool == "cls":
            b.add("Identity", [b.token(chosen, 0, width)], "embedding")
        else:
            genes = b.slice(chosen, special, LAST, 1) if special else chosen
            seen = b.add("Mul", [genes, b.add("Unsqueeze", ["mask", b.ints(2)])])
            total = b.add("ReduceSum", [seen, b.ints(1)], keepdims=0)
            b.add("Div", [total, "token_count"], "embedding")
        b.slice(states[-1], special, LAST, 1, "gene_states")
        if self.classifier:
            pooled = b.add("Tanh", [b.linear(b.token(states[-1], 0, width), "pooler", *self.classifier.pooler)])
            b.logits(pooled, phenotype, self.classifier.output)


def ranked_bert(
    state: State, config: dict, tokens: list[int], cls: int | None, eos: int | None, pool: str, layer: int
) -> Ranked:
    """A BERT checkpoint over a vocabulary whose genes have the ids ``tokens``.

    Raises
    ------
    CheckpointError
        Where an id lies outside the weights, or pooling asks for what the model has not.
    """
    prefix = state.prefix("embeddings.word_embeddings.weight")
    word = state[f"{prefix}embeddings.word_embeddings.weight"]
    if (highest := max(tokens)) >= len(word):
        raise CheckpointError(
            f"The dictionary has the token {highest}, but the weights only {len(word)} tokens: they are of different versions."
        )
    layers = config["num_hidden_layers"]
    if not -layers <= layer <= 0:
        raise CheckpointError(f"--layer {layer} is none of the model's: 0 is the last of {layers}, -{layers} the embeddings.")
    if pool == "cls" and cls is None:
        raise CheckpointError("The dictionary has no token <cls>; use --pool mean.")
    epsilon = config.get("layer_norm_eps", 1e-12)
    classifier = None
    if "classifier.weight" in state:
        classifier = Classifier(state.linear(f"{prefix}pooler.dense"), state.linear("classifier"))
    return Ranked(
        genes=word[tokens],
        positions=state[f"{prefix}embeddings.position_embeddings.weight"]
        + state[f"{prefix}embeddings.token_type_embeddings.weight"][0],
        cls=None if cls is None else word[cls], eos=None if eos is None else word[eos],
        norm=state.linear(f"{prefix}embeddings.LayerNorm"), epsilon=epsilon, encoder=bert_encoder(state, config),
        pool=pool, layer=layer, classifier=classifier,
    )  # fmt: skip
