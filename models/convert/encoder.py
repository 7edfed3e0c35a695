"""The graph's parts that converted models share: tables, special tokens, attention, heads.

Special tokens stand before the gene tokens, whatever their place in the original: attention sees no order,
and positions, where a model has them, are added by number.
"""

from __future__ import annotations

import math

import numpy as np
import onnx
from onnx import TensorProto, helper

from models.convert.weights import Affine, Encoder, Layer
from models.graph import OPSET, Builder

LAST = 2**31 - 1
HIDDEN = -1e4


class TokenBuilder(Builder):
    """A builder that knows the batch's size by its mask."""

    def __init__(self):
        super().__init__()
        count = self.add("ReduceSum", ["mask", self.ints(1)], "token_count", keepdims=1)
        self.zero = self.add("Mul", [count, self.number(0.0)])
        self.one = self.add("Add", [self.zero, self.number(1.0)])

    def row_norm(self, x: str, name: str, norm: Affine, epsilon: float, output: str | None = None) -> str:
        """Layer normalization over the last axis."""
        parts = [x, self.constant(f"{name}.g", norm[0]), self.constant(f"{name}.b", norm[1])]
        return self.add("LayerNormalization", parts, output, axis=-1, epsilon=epsilon)

    def table_rows(self, index: str, name: str, table: np.ndarray, output: str | None = None) -> str:
        """Rows of a table by index."""
        return self.add("Gather", [self.constant(name, table.astype(np.float32)), index], output, axis=0)

    def scalar(self, value: int) -> str:
        """An int64 of rank 0, as Range wants it."""
        name = f"scalar_{value}"
        self.constants.setdefault(name, helper.make_tensor(name, TensorProto.INT64, [], [value]))
        return name

    def special(self, name: str, rows: np.ndarray) -> str:
        """Constant tokens, rows x width, for every cell of the batch."""
        zero = self.add("Unsqueeze", [self.zero, self.ints(2)])
        return self.add("Add", [zero, self.constant(name, rows[None].astype(np.float32))])

    def bias(self, special: list[str]) -> str:
        """What hides padding from attention; ``special`` has a mask (cells x 1) for each special token."""
        real = self.add("Concat", [*special, "mask"], axis=1) if special else "mask"
        hidden = self.add("Mul", [self.add("Sub", [self.number(1.0), real]), self.number(HIDDEN)])
        return self.add("Unsqueeze", [hidden, self.ints(1, 2)])

    def activate(self, x: str, name: str) -> str:
        """A layer's activation."""
        if name == "relu":
            return self.add("Relu", [x])
        if name == "gelu_new":
            return self.gelu(x)
        bent = self.add("Erf", [self.add("Mul", [x, self.number(1 / math.sqrt(2))])])
        gate = self.add("Mul", [self.add("Add", [bent, self.number(1.0)]), self.number(0.5)])
        return self.add("Mul", [x, gate])

    def token(self, x: str, at: int, width: int) -> str:
        """One token of every cell: cells x width."""
        return self.add("Reshape", [self.slice(x, at, at + 1, 1), self.ints(0, width)])

    def encode(self, x: str, bias: str, encoder: Encoder) -> list[str]:
        """Hidden states after each layer, all tokens."""
        states = []
        for i, layer in enumerate(encoder.layers):
            seen = self._attention(x, bias, f"l{i}", layer, encoder)
            x = self.row_norm(self.add("Add", [x, seen]), f"l{i}.norm1", layer.norm1, encoder.epsilon)
            up = self.activate(self.linear(x, f"l{i}.up", *layer.up), encoder.activation)
            down = self.linear(up, f"l{i}.down", *layer.down)
            x = self.row_norm(self.add("Add", [x, down]), f"l{i}.norm2", layer.norm2, encoder.epsilon)
            states.append(x)
        return states

    def _attention(self, x: str, bias: str, name: str, layer: Layer, encoder: Encoder) -> str:
        size = encoder.width // encoder.heads
        parts = []
        for part, affine in (("query", layer.query), ("key", layer.key), ("value", layer.value)):
            flat = self.linear(x, f"{name}.{part}", *affine)
            apart = self.add("Reshape", [flat, self.ints(0, 0, encoder.heads, size)])
            parts.append(self.add("Transpose", [apart], perm=[0, 2, 3, 1] if part == "key" else [0, 2, 1, 3]))
        query = self.add("Mul", [parts[0], self.number(1 / math.sqrt(size))])
        scores = self.add("Add", [self.add("MatMul", [query, parts[1]]), bias])
        seen = self.add("MatMul", [self.add("Softmax", [scores], axis=-1), parts[2]])
        back = self.add("Transpose", [seen], perm=[0, 2, 1, 3])
        return self.linear(self.add("Reshape", [back, self.ints(0, 0, encoder.width)]), f"{name}.out", *layer.out)

    def logits(self, x: str, phenotype: str, affine: Affine) -> None:
        """A head's last affine map."""
        weight = self.constant(f"head.{phenotype}.w", affine[0].T)
        bias = self.constant(f"head.{phenotype}.b", affine[1])
        self.add("Add", [self.add("MatMul", [x, weight]), bias], f"logits_{phenotype}")

    def finish(self, inputs: dict[str, str], heads: dict[str, int], width: int) -> onnx.ModelProto:
        """The model; ``inputs`` are the manifest's, ``heads`` the classes of each."""
        info = helper.make_tensor_value_info
        kinds = {"genes": TensorProto.INT32, "values": TensorProto.FLOAT, "mask": TensorProto.FLOAT}
        given = [info(inputs[key], kind, ["B", "L"]) for key, kind in kinds.items() if key in inputs]
        if "phenotypes" in inputs:
            given.append(info(inputs["phenotypes"], TensorProto.INT32, ["B", len(heads)]))
        results = [info(f"logits_{name}", TensorProto.FLOAT, ["B", classes]) for name, classes in heads.items()]
        results += [
            info("embedding", TensorProto.FLOAT, ["B", width]),
            info("gene_states", TensorProto.FLOAT, ["B", "L", width]),
        ]
        graph = helper.make_graph(self.nodes, "phenolens", given, results, list(self.constants.values()))
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)
        onnx.checker.check_model(model, full_check=True)
        return model
