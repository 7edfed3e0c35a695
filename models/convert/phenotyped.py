"""The graph of PolyGene's family: phenotype tokens, masked where they are to be told, among binned gene tokens."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import onnx
from onnx import TensorProto

from models.convert.encoder import LAST, TokenBuilder
from models.convert.weights import Affine, Encoder

INPUTS = {"genes": "genes", "values": "values", "mask": "mask", "phenotypes": "phenotypes"}


@dataclass(frozen=True)
class Slot:
    """A phenotype's place in the sequence: embeddings of [MASK] and of its classes, and its output rows.

    ``output`` is None where the phenotype has no classes worth telling: its token stays masked.
    """

    phenotype: str
    rows: np.ndarray
    output: Affine | None


@dataclass(frozen=True)
class Phenotyped:
    """Embeddings before the first normalization, the encoder, and the transform before the outputs."""

    cls: np.ndarray
    slots: list[Slot]
    marks: np.ndarray
    """Special tokens after the phenotypes, rows x width."""
    mark_limit: int | None
    """Marks are left out of cells with more gene tokens than this."""
    bins: np.ndarray
    genes: np.ndarray
    norm: Affine
    epsilon: float
    encoder: Encoder
    dense: Affine
    dense_norm: Affine
    dense_epsilon: float

    def build(self, heads: list[str]) -> onnx.ModelProto:
        """The graph; ``heads`` gives the columns of the input `phenotypes` and the order of the outputs."""
        b, width = TokenBuilder(), self.encoder.width
        parts = [b.special("cls", self.cls[None])]
        for slot in self.slots:
            if slot.phenotype not in heads:
                parts.append(b.special(f"mask.{slot.phenotype}", slot.rows[:1]))
                continue
            column = heads.index(slot.phenotype)
            given = b.slice("phenotypes", column, column + 1, 1)
            parts.append(b.table_rows(given, f"phenotype.{slot.phenotype}", slot.rows))
        parts.append(b.special("marks", self.marks))
        bin_rows = b.table_rows(b.add("Cast", ["values"], to=TensorProto.INT32), "bin", self.bins)
        pad = np.zeros((1, width), np.float32)
        gene_rows = b.table_rows("genes", "gene", np.concatenate([self.genes, pad]))
        parts.append(b.add("Add", [bin_rows, gene_rows], "tokens"))
        x = b.row_norm(b.add("Concat", parts, axis=1), "embeddings", self.norm, self.epsilon)
        state = b.encode(x, b.bias([b.one] * (1 + len(self.slots)) + [self._marked(b)] * len(self.marks)), self.encoder)[-1]
        self._outputs(b, state, heads)
        classes = {slot.phenotype: len(slot.rows) - 1 for slot in self.slots}
        return b.finish(INPUTS, {head: classes[head] for head in heads}, width)

    def _marked(self, b: TokenBuilder) -> str:
        if self.mark_limit is None:
            return b.one
        has_room = b.add("Less", ["token_count", b.number(self.mark_limit + 0.5)])
        return b.add("Cast", [has_room], to=TensorProto.FLOAT)

    def _outputs(self, b: TokenBuilder, state: str, heads: list[str]) -> None:
        width = self.encoder.width
        b.add("Identity", [b.token(state, 0, width)], "embedding")
        b.slice(state, 1 + len(self.slots) + len(self.marks), LAST, 1, "gene_states")
        place = {slot.phenotype: i + 1 for i, slot in enumerate(self.slots)}
        for head in heads:
            slot = self.slots[place[head] - 1]
            told = b.linear(b.token(state, place[head], width), f"dense.{head}", *self.dense)
            bent = b.activate(told, self.encoder.activation)
            b.logits(b.row_norm(bent, "dense_norm", self.dense_norm, self.dense_epsilon), head, slot.output)
