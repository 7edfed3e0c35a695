"""The graph of models that read all genes at once: affine layers, their normalizations folded in, and activations."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import onnx
from onnx import TensorProto, helper

from models.convert.weights import Affine
from models.graph import OPSET, Builder

INPUT = "x"


@dataclass(frozen=True)
class Layer:
    """weight (out x in) and bias, then layer normalization without weights, then the activation."""

    affine: Affine
    layer_norm: float | None = None
    """Its epsilon."""
    slope: np.ndarray | None = None
    """Of what is below zero: zeros for a ReLU, PReLU's own; None for no activation."""


def folded(affine: Affine, weight: np.ndarray, bias: np.ndarray, mean: np.ndarray, variance: np.ndarray, epsilon: float) -> Affine:
    """An affine map followed by a batch normalization with its running statistics, as one affine map."""
    scale = weight.astype(np.float64) / np.sqrt(variance.astype(np.float64) + epsilon)
    return (affine[0] * scale[:, None]).astype(np.float32), ((affine[1] - mean) * scale + bias).astype(np.float32)


def relu(layer: Layer) -> Layer:
    """The layer with a ReLU."""
    return replace(layer, slope=np.zeros(1, np.float32))


class DenseBuilder(Builder):
    """Layers one after another; every method returns the name of its result."""

    def layer(self, x: str, name: str, layer: Layer, output: str | None = None) -> str:
        """One layer, of cells x in."""
        last = output if layer.layer_norm is None and layer.slope is None else None
        product = self.add("MatMul", [x, self.constant(f"{name}.w", layer.affine[0].T.astype(np.float32))])
        y = self.add("Add", [product, self.constant(f"{name}.b", layer.affine[1].astype(np.float32))], last)
        if layer.layer_norm is not None:
            width = len(layer.affine[1])
            parts = [self.constant(f"{name}.g", np.ones(width, np.float32)), self.constant(f"{name}.o", np.zeros(width, np.float32))]
            y = self.add("LayerNormalization", [y, *parts], axis=-1, epsilon=layer.layer_norm)
        if layer.slope is None:
            return y
        above = self.add("Relu", [y])
        if not layer.slope.any():
            return above
        below = self.add("Relu", [self.add("Neg", [y])])
        return self.add("Sub", [above, self.add("Mul", [below, self.constant(f"{name}.slope", layer.slope.astype(np.float32))])])

    def unit(self, x: str, output: str | None = None) -> str:
        """Rows of length 1, as torch's `normalize`."""
        squared = self.add("ReduceSum", [self.add("Mul", [x, x]), self.ints(1)], keepdims=1)
        return self.add("Div", [x, self.add("Sqrt", [self.add("Add", [squared, self.number(1e-24)])])], output)

    def finish(self, genes: int, heads: dict[str, int], width: int) -> onnx.ModelProto:
        """The model; ``heads`` are the classes of each, ``width`` the embedding's."""
        info = helper.make_tensor_value_info
        results = [info(f"logits_{name}", TensorProto.FLOAT, ["B", classes]) for name, classes in heads.items()]
        results.append(info("embedding", TensorProto.FLOAT, ["B", width]))
        given = [info(INPUT, TensorProto.FLOAT, ["B", genes])]
        graph = helper.make_graph(self.nodes, "phenolens", given, results, list(self.constants.values()))
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)
        onnx.checker.check_model(model, full_check=True)
        return model
