"""One rule per ONNX operator: cotangents of its outputs -> cotangents of its inputs.

Legend: ``g`` is the cotangent of a node's output, ``x`` its input, ``y`` its output.
Rules only build gradients of inputs that are asked for, so constant weights cost nothing.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import onnx
from onnx import helper, numpy_helper

LAST = np.iinfo(np.int64).max


class Graph:
    """The nodes being appended, with the shapes of the nodes that are there."""

    def __init__(self, graph: onnx.GraphProto, opset: int):
        self.nodes: list[onnx.NodeProto] = []
        self.initializers: list[onnx.TensorProto] = []
        self.opset = opset
        self._gradients: dict[str, str] = {}
        self._consumers: dict[str, list[onnx.NodeProto]] = {}
        for node in graph.node:
            for name in node.input:
                self._consumers.setdefault(name, []).append(node)
        self._constants: dict[bytes, str] = {}
        self._values = {t.name: t for t in graph.initializer}
        self._values.update(
            {n.output[0]: n.attribute[0].t for n in graph.node if n.op_type == "Constant" and n.attribute[0].name == "value"}
        )
        self._shapes: dict[str, list] = {t.name: list(t.dims) for t in graph.initializer}
        for value in [*graph.input, *graph.value_info, *graph.output]:
            tensor = value.type.tensor_type
            if tensor.HasField("shape"):
                self._shapes[value.name] = [d.dim_value if d.HasField("dim_value") else (d.dim_param or None) for d in tensor.shape.dim]

    def add(self, op: str, inputs: list[str], output: str | None = None, **attributes) -> str:
        output = output or f"vjp_{len(self.nodes)}_{op}"
        self.nodes.append(helper.make_node(op, inputs, [output], name=output, **attributes))
        return output

    def constant(self, value, dtype=np.float32) -> str:
        array = np.asarray(value, dtype=dtype)
        key = array.tobytes() + str((array.dtype, array.shape)).encode()
        if key not in self._constants:
            name = f"vjp_constant_{len(self.initializers)}"
            self.initializers.append(numpy_helper.from_array(array, name))
            self._constants[key] = name
        return self._constants[key]

    def ints(self, *values: int) -> str:
        return self.constant(list(values), np.int64)

    def value(self, name: str) -> np.ndarray:
        """A constant's value; refused where a rule needs one and the graph computes it."""
        if name not in self._values:
            raise ValueError(f"'{name}' has to be a constant for its node to be differentiated")
        return numpy_helper.to_array(self._values[name])

    def shape(self, name: str) -> list:
        if name not in self._shapes:
            raise ValueError(f"the rank of '{name}' is not known")
        return self._shapes[name]

    def consumers(self, name: str) -> list[onnx.NodeProto]:
        """Nodes of the forward graph that read a tensor, once per reading."""
        return self._consumers.get(name, [])

    def rank(self, name: str) -> int:
        return len(self.shape(name))

    def accumulate(self, name: str, gradient: str) -> None:
        before = self._gradients.get(name)
        self._gradients[name] = gradient if before is None else self.add("Add", [before, gradient])

    def gradient(self, name: str) -> str | None:
        return self._gradients.get(name)

    def reduce_sum(self, x: str, axes: list[int], keepdims: int) -> str:
        return self.add("ReduceSum", [x, self.ints(*axes)], keepdims=keepdims)

    def unbroadcast(self, g: str, x: str, y: str) -> str:
        """Sum a cotangent of the shape of ``y`` back to the shape of ``x`` that was broadcast to it."""
        from_shape, to_shape = self.shape(x), self.shape(y)
        extra = len(to_shape) - len(from_shape)
        if extra:
            g = self.reduce_sum(g, list(range(extra)), 0)
        axes = [i for i, d in enumerate(from_shape) if d == 1 and to_shape[i + extra] != 1]
        return self.reduce_sum(g, axes, 1) if axes else g


Rule = Callable[[Graph, onnx.NodeProto, list, list], None]
RULES: dict[str, Rule] = {}


def rule(*names: str):
    def register(function: Rule) -> Rule:
        for name in names:
            RULES[name] = function
        return function
    return register


def attribute(node: onnx.NodeProto, name: str, default=None):
    for a in node.attribute:
        if a.name == name:
            return helper.get_attribute_value(a)
    return default


def swap_last(graph: Graph, x: str, rank: int) -> str:
    return graph.add("Transpose", [x], perm=[*range(rank - 2), rank - 1, rank - 2])


# --- elementwise, with broadcasting

@rule("Add", "Sub")
def _add(graph, node, grads, needed):
    a, b = node.input
    if needed[0]:
        graph.accumulate(a, graph.unbroadcast(grads[0], a, node.output[0]))
    if needed[1]:
        g = graph.add("Neg", [grads[0]]) if node.op_type == "Sub" else grads[0]
        graph.accumulate(b, graph.unbroadcast(g, b, node.output[0]))


@rule("Mul")
def _mul(graph, node, grads, needed):
    for mine, other, wanted in zip(node.input, reversed(node.input), needed):
        if wanted:
            graph.accumulate(mine, graph.unbroadcast(graph.add("Mul", [grads[0], other]), mine, node.output[0]))


@rule("Div")
def _div(graph, node, grads, needed):
    a, b = node.input
    share = graph.add("Div", [grads[0], b])
    if needed[0]:
        graph.accumulate(a, graph.unbroadcast(share, a, node.output[0]))
    if needed[1]:
        g = graph.add("Neg", [graph.add("Mul", [share, node.output[0]])])
        graph.accumulate(b, graph.unbroadcast(g, b, node.output[0]))


@rule("Pow")
def _pow(graph, node, grads, needed):
    x, exponent = node.input
    if needed[1]:
        raise ValueError("Pow is differentiated in its base only")
    p = graph.value(exponent)
    slope = graph.add("Mul", [graph.constant(p), graph.add("Pow", [x, graph.constant(p - 1)])])
    graph.accumulate(x, graph.unbroadcast(graph.add("Mul", [grads[0], slope]), x, node.output[0]))


@rule("Where")
def _where(graph, node, grads, needed):
    condition, a, b = node.input
    zero = graph.constant(0.0)
    if needed[1]:
        graph.accumulate(a, graph.unbroadcast(graph.add("Where", [condition, grads[0], zero]), a, node.output[0]))
    if needed[2]:
        graph.accumulate(b, graph.unbroadcast(graph.add("Where", [condition, zero, grads[0]]), b, node.output[0]))


# --- elementwise, one input: the slope dy/dx from x and y

def unary(name: str):
    def register(slope):
        @rule(name)
        def apply(graph, node, grads, needed):
            graph.accumulate(node.input[0], graph.add("Mul", [grads[0], slope(graph, node.input[0], node.output[0], node)]))
        return slope
    return register


@unary("Neg")
def _neg(graph, x, y, node):
    return graph.constant(-1.0)


@unary("Exp")
def _exp(graph, x, y, node):
    return y


@unary("Log")
def _log(graph, x, y, node):
    return graph.add("Reciprocal", [x])


@unary("Sqrt")
def _sqrt(graph, x, y, node):
    return graph.add("Div", [graph.constant(0.5), y])


@unary("Reciprocal")
def _reciprocal(graph, x, y, node):
    return graph.add("Neg", [graph.add("Mul", [y, y])])


@unary("Tanh")
def _tanh(graph, x, y, node):
    return graph.add("Sub", [graph.constant(1.0), graph.add("Mul", [y, y])])


@unary("Sigmoid")
def _sigmoid(graph, x, y, node):
    return graph.add("Mul", [y, graph.add("Sub", [graph.constant(1.0), y])])


@unary("Relu")
def _relu(graph, x, y, node):
    return graph.add("Cast", [graph.add("Greater", [x, graph.constant(0.0)])], to=onnx.TensorProto.FLOAT)


@unary("Erf")
def _erf(graph, x, y, node):
    square = graph.add("Mul", [x, x])
    return graph.add("Mul", [graph.constant(2 / np.sqrt(np.pi)), graph.add("Exp", [graph.add("Neg", [square])])])


@unary("Gelu")
def _gelu(graph, x, y, node):
    if attribute(node, "approximate", b"none") != b"none":
        raise ValueError("Gelu is differentiated in its exact form only")
    cdf = graph.add(
        "Mul",
        [
            graph.constant(0.5),
            graph.add("Add", [graph.constant(1.0), graph.add("Erf", [graph.add("Mul", [x, graph.constant(1 / np.sqrt(2))])])]),
        ],
    )
    square = graph.add("Mul", [graph.add("Mul", [x, x]), graph.constant(-0.5)])
    density = graph.add("Mul", [graph.constant(1 / np.sqrt(2 * np.pi)), graph.add("Exp", [square])])
    return graph.add("Add", [cdf, graph.add("Mul", [x, density])])


@rule("Identity", "Dropout")
def _identity(graph, node, grads, needed):
    graph.accumulate(node.input[0], grads[0])


@rule("Cast")
def _cast(graph, node, grads, needed):
    if attribute(node, "to") != onnx.TensorProto.FLOAT:
        raise ValueError("a Cast between the input and the outputs has to be to float32")
    graph.accumulate(node.input[0], grads[0])


# --- products

@rule("MatMul")
def _matmul(graph, node, grads, needed):
    a, b = node.input
    if min(graph.rank(a), graph.rank(b)) < 2:
        raise ValueError("MatMul is differentiated for matrices, not vectors")
    if needed[0]:
        g = graph.add("MatMul", [grads[0], swap_last(graph, b, graph.rank(b))])
        graph.accumulate(a, _unbroadcast_batch(graph, g, a, node.output[0]))
    if needed[1]:
        ranks = graph.rank(a), graph.rank(node.output[0])
        if isinstance(graph.shape(b)[-1], int) and not isinstance(graph.shape(a)[-1], int):
            # a is tokens x tokens: turning the narrow g and the narrow product moves less than turning a.
            turned = graph.add("MatMul", [swap_last(graph, grads[0], ranks[1]), a])
            g = swap_last(graph, turned, max(ranks))
        else:
            g = graph.add("MatMul", [swap_last(graph, a, ranks[0]), grads[0]])
        graph.accumulate(b, _unbroadcast_batch(graph, g, b, node.output[0]))


def _unbroadcast_batch(graph, g, x, y):
    """Like unbroadcast, for the leading axes of a matrix product only."""
    from_shape, to_shape = graph.shape(x)[:-2], graph.shape(y)[:-2]
    extra = len(to_shape) - len(from_shape)
    if extra > 0:
        g = graph.reduce_sum(g, list(range(extra)), 0)
    axes = [i for i, d in enumerate(from_shape) if d == 1 and to_shape[i + extra] != 1] if extra >= 0 else []
    return graph.reduce_sum(g, axes, 1) if axes else g


@rule("MatMulNBits")
def _matmul_blocks(graph, node, grads, needed):
    """The weight is turned back into floats by the operator itself, multiplying the identity."""
    if any(needed[1:]):
        raise ValueError("MatMulNBits is differentiated in its left side only")
    count = graph.constant(np.arange(attribute(node, "K")), np.int32)
    same = graph.add("Equal", [graph.add("Unsqueeze", [count, graph.ints(0)]), graph.add("Unsqueeze", [count, graph.ints(1)])])
    identity = graph.add("Cast", [same], to=onnx.TensorProto.FLOAT)
    given = {a.name: helper.get_attribute_value(a) for a in node.attribute}
    weight = graph.add("MatMulNBits", [identity, *node.input[1:]], domain=node.domain, **given)
    graph.accumulate(node.input[0], graph.add("MatMul", [grads[0], swap_last(graph, weight, 2)]))


@rule("Gemm")
def _gemm(graph, node, grads, needed):
    alpha, beta = attribute(node, "alpha", 1.0), attribute(node, "beta", 1.0)
    flip_a, flip_b = attribute(node, "transA", 0), attribute(node, "transB", 0)
    g, (a, b) = grads[0], node.input[:2]
    if needed[0]:
        left, right, fa, fb = (b, g, flip_b, 1) if flip_a else (g, b, 0, 1 - flip_b)
        graph.accumulate(a, graph.add("Gemm", [left, right], alpha=alpha, transA=fa, transB=fb))
    if needed[1]:
        left, right, fa, fb = (g, a, 1, flip_a) if flip_b else (a, g, 1 - flip_a, 0)
        graph.accumulate(b, graph.add("Gemm", [left, right], alpha=alpha, transA=fa, transB=fb))
    if len(needed) > 2 and needed[2]:
        c = node.input[2]
        graph.accumulate(c, graph.unbroadcast(graph.add("Mul", [g, graph.constant(beta)]), c, node.output[0]))


# --- normalizing

@rule("Softmax")
def _softmax(graph, node, grads, needed):
    x, y = node.input[0], node.output[0]
    axis = attribute(node, "axis", -1) % graph.rank(x)
    seen = graph.consumers(y)
    if axis == graph.rank(x) - 1 and len(seen) == 1 and _weighs_rows(graph, seen[0], y):
        # Attention, o = y v: the row sums of g * y are those of do * o, which is narrower (Dao et al. 2022, appendix B).
        o = seen[0].output[0]
        total = graph.reduce_sum(graph.add("Mul", [graph.gradient(o), o]), [-1], 1)
    else:
        total = graph.reduce_sum(graph.add("Mul", [grads[0], y]), [axis], 1)
    graph.accumulate(x, graph.add("Mul", [y, graph.add("Sub", [grads[0], total])]))


def _weighs_rows(graph, node, y):
    """Whether a node is o = y v, with y not broadcast."""
    if node.op_type != "MatMul" or node.input[0] != y:
        return False
    mine, theirs = graph.shape(y)[:-1], graph.shape(node.output[0])[:-1]
    return len(mine) == len(theirs) and all(a == b or a != 1 for a, b in zip(mine, theirs))


@rule("LayerNormalization")
def _layer_normalization(graph, node, grads, needed):
    if any(needed[1:]):
        raise ValueError("LayerNormalization is differentiated in its data only, not in scale or bias")
    x, scale = node.input[:2]
    rank = graph.rank(x)
    axis = attribute(node, "axis", -1) % rank
    axes = list(range(axis, rank))
    mean_of = (
        (lambda t: graph.add("ReduceMean", [t], axes=axes, keepdims=1))
        if graph.opset < 18
        else (lambda t: graph.add("ReduceMean", [t, graph.ints(*axes)], keepdims=1))
    )
    centered = graph.add("Sub", [x, mean_of(x)])
    variance = mean_of(graph.add("Mul", [centered, centered]))
    deviation = graph.add("Sqrt", [graph.add("Add", [variance, graph.constant(attribute(node, "epsilon", 1e-5))])])
    unit = graph.add("Div", [centered, deviation])
    scaled = graph.add("Mul", [grads[0], scale])
    along = graph.add("Mul", [unit, mean_of(graph.add("Mul", [scaled, unit]))])
    across = graph.add("Sub", [graph.add("Sub", [scaled, mean_of(scaled)]), along])
    graph.accumulate(x, graph.add("Div", [across, deviation]))


# --- reductions

@rule("ReduceSum", "ReduceMean")
def _reduce(graph, node, grads, needed):
    x = node.input[0]
    axes = attribute(node, "axes")
    if axes is None:
        axes = graph.value(node.input[1]).tolist() if len(node.input) > 1 and node.input[1] else list(range(graph.rank(x)))
    axes = sorted(a % graph.rank(x) for a in axes)
    g = grads[0] if attribute(node, "keepdims", 1) else graph.add("Unsqueeze", [grads[0], graph.ints(*axes)])
    shape = graph.add("Shape", [x])
    if node.op_type == "ReduceMean":
        sizes = graph.add("Gather", [shape, graph.ints(*axes)])
        count = graph.add("Cast", [graph.add("ReduceProd", [sizes], keepdims=0)], to=onnx.TensorProto.FLOAT)
        g = graph.add("Div", [g, count])
    graph.accumulate(x, graph.add("Expand", [g, shape]))


# --- moving data

@rule("Reshape", "Squeeze", "Unsqueeze", "Flatten")
def _reshape(graph, node, grads, needed):
    x = node.input[0]
    graph.accumulate(x, graph.add("Reshape", [grads[0], graph.add("Shape", [x])]))


@rule("Transpose")
def _transpose(graph, node, grads, needed):
    x = node.input[0]
    perm = attribute(node, "perm", list(range(graph.rank(x)))[::-1])
    graph.accumulate(x, graph.add("Transpose", [grads[0]], perm=[int(i) for i in np.argsort(perm)]))


@rule("Expand")
def _expand(graph, node, grads, needed):
    x = node.input[0]
    graph.accumulate(x, graph.unbroadcast(grads[0], x, node.output[0]))


@rule("Concat")
def _concat(graph, node, grads, needed):
    axis = attribute(node, "axis") % graph.rank(node.output[0])
    start = graph.ints(0)
    for x, wanted in zip(node.input, needed):
        size = (
            graph.add("Gather", [graph.add("Shape", [x]), graph.ints(axis)])
            if not isinstance(graph.shape(x)[axis], int)
            else graph.ints(graph.shape(x)[axis])
        )
        end = graph.add("Add", [start, size])
        if wanted:
            graph.accumulate(x, graph.add("Slice", [grads[0], start, end, graph.ints(axis)]))
        start = end


@rule("Split")
def _split(graph, node, grads, needed):
    zero = graph.constant(0.0)
    parts = [g if g is not None else graph.add("Mul", [y, zero]) for g, y in zip(grads, node.output)]
    graph.accumulate(node.input[0], graph.add("Concat", parts, axis=attribute(node, "axis", 0)))


def _surround(graph, x, g, axis, start, end):
    """Put zeros before and after a cotangent along one axis, so that it has the shape of ``x`` again."""
    zero = graph.constant(0.0)
    parts = [g]
    if start != 0:
        parts.insert(0, graph.add("Mul", [graph.add("Slice", [x, graph.ints(0), graph.ints(start), graph.ints(axis)]), zero]))
    if end != LAST:
        parts.append(graph.add("Mul", [graph.add("Slice", [x, graph.ints(end), graph.ints(LAST), graph.ints(axis)]), zero]))
    return graph.add("Concat", parts, axis=axis) if len(parts) > 1 else g


@rule("Slice")
def _slice(graph, node, grads, needed):
    x = node.input[0]
    starts, ends = graph.value(node.input[1]).tolist(), graph.value(node.input[2]).tolist()
    axes = graph.value(node.input[3]).tolist() if len(node.input) > 3 and node.input[3] else list(range(len(starts)))
    steps = graph.value(node.input[4]).tolist() if len(node.input) > 4 and node.input[4] else [1] * len(starts)
    if any(s != 1 for s in steps):
        raise ValueError("Slice is differentiated for steps of 1 only")
    if len(axes) > 1:
        raise ValueError("Slice is differentiated along one axis at a time")
    axis, start, end = axes[0] % graph.rank(x), int(starts[0]), int(ends[0])
    size = graph.shape(x)[axis]
    if isinstance(size, int) and end >= size:
        end = LAST
    graph.accumulate(x, _surround(graph, x, grads[0], axis, start, LAST if end >= 2**31 - 1 else end))


@rule("Gather")
def _gather(graph, node, grads, needed):
    if needed[1]:
        raise ValueError("Gather is differentiated in its data, not in its indices")
    x = node.input[0]
    indices = graph.value(node.input[1])
    axis = attribute(node, "axis", 0) % graph.rank(x)
    if indices.size != 1:
        raise ValueError("Gather on the way of the gradient has to take one index")
    index, g = int(indices.reshape(-1)[0]), grads[0]
    if indices.ndim == 0:
        g = graph.add("Unsqueeze", [g, graph.ints(axis)])
    graph.accumulate(x, _surround(graph, x, g, axis, index, index + 1 if index != -1 else LAST))
