"""Each gradient rule against torch.autograd, then a small encoder whole."""

from __future__ import annotations

import numpy as np
import onnx
import onnxruntime as ort
import pytest
import torch
from onnx import TensorProto, helper, numpy_helper

from models.vjp import UnsupportedOperator, append_vjp
from models.vjp_rules import RULES

T = torch.nn.functional


def model_of(nodes, x_shape, y_name="y", constants=None, x_dims=None, y_rank=None):
    """An ONNX model x -> y with float32 constants or int64 ones."""
    initializers = [numpy_helper.from_array(np.asarray(v), k) for k, v in (constants or {}).items()]
    y = helper.make_tensor_value_info(y_name, TensorProto.FLOAT, [None] * y_rank if y_rank is not None else None)
    graph = helper.make_graph(nodes, "t", [helper.make_tensor_value_info("x", TensorProto.FLOAT, x_dims or x_shape)], [y], initializers)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)])
    model.ir_version = 8
    return onnx.shape_inference.infer_shapes(model, strict_mode=True)


def run(model, feeds):
    options = ort.SessionOptions()
    # Higher levels may quantize activations natively; the graph itself is what is tested.
    options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_ENABLE_BASIC
    return ort.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"]).run(None, feeds)


RNG = np.random.default_rng(3)
W = RNG.normal(size=(4, 5)).astype("f")
V = RNG.normal(size=(4,)).astype("f")
X = RNG.normal(size=(2, 3, 4)).astype("f")
POSITIVE = np.abs(X) + 0.5
n = helper.make_node
I = lambda *v: np.array(v, np.int64)  # noqa: E731
t = torch.tensor

CASES = {
    "add a vector": ([n("Add", ["x", "v"], ["y"])], {"v": V}, X, lambda x: x + t(V)),
    "add broadcast": ([n("Add", ["x", "v"], ["y"])], {"v": V}, X[:1, :1], lambda x: x + t(V)),
    "grow by broadcasting": ([n("Mul", ["x", "v"], ["y"])], {"v": RNG.normal(size=(2, 3, 4)).astype("f")}, X[:1, :, :1], None),
    "subtract from": ([n("Sub", ["v", "x"], ["y"])], {"v": V}, X, lambda x: t(V) - x),
    "multiply itself": ([n("Mul", ["x", "x"], ["y"])], {}, X, lambda x: x * x),
    "divide by": ([n("Div", ["v", "x"], ["y"])], {"v": V}, POSITIVE, lambda x: t(V) / x),
    "divide": ([n("Div", ["x", "v"], ["y"])], {"v": V}, X, lambda x: x / t(V)),
    "power": ([n("Pow", ["x", "p"], ["y"])], {"p": np.float32(3)}, X, lambda x: x**3),
    "exp": ([n("Exp", ["x"], ["y"])], {}, X, torch.exp),
    "log": ([n("Log", ["x"], ["y"])], {}, POSITIVE, torch.log),
    "sqrt": ([n("Sqrt", ["x"], ["y"])], {}, POSITIVE, torch.sqrt),
    "reciprocal": ([n("Reciprocal", ["x"], ["y"])], {}, POSITIVE, torch.reciprocal),
    "neg": ([n("Neg", ["x"], ["y"])], {}, X, torch.neg),
    "tanh": ([n("Tanh", ["x"], ["y"])], {}, X, torch.tanh),
    "sigmoid": ([n("Sigmoid", ["x"], ["y"])], {}, X, torch.sigmoid),
    "relu": ([n("Relu", ["x"], ["y"])], {}, X, torch.relu),
    "erf": ([n("Erf", ["x"], ["y"])], {}, X, torch.erf),
    "identity": ([n("Identity", ["x"], ["y"])], {}, X, lambda x: x),
    "cast": ([n("Cast", ["x"], ["y"], to=1)], {}, X, lambda x: x),
    "matrix product right": ([n("MatMul", ["x", "w"], ["y"])], {"w": W}, X, lambda x: x @ t(W)),
    "matrix product left": ([n("MatMul", ["w", "x"], ["y"])], {"w": RNG.normal(size=(6, 3)).astype("f")}, X, None),
    "matrix product shared": ([n("MatMul", ["u", "x"], ["y"])], {"u": RNG.normal(size=(2, 6, 3)).astype("f")}, X[0], None),
    "gemm": (
        [n("Gemm", ["x", "w", "b"], ["y"], alpha=0.5, transB=1)],
        {"w": W.T.copy(), "b": np.ones(5, "f")},
        X[0],
        lambda x: 0.5 * x @ t(W) + 1,
    ),
    "gemm transposed": ([n("Gemm", ["x", "w"], ["y"], transA=1)], {"w": RNG.normal(size=(3, 2)).astype("f")}, X[0], None),
    "softmax": ([n("Softmax", ["x"], ["y"], axis=-1)], {}, X, lambda x: torch.softmax(x, -1)),
    "softmax inner axis": ([n("Softmax", ["x"], ["y"], axis=1)], {}, X, lambda x: torch.softmax(x, 1)),
    "layer norm": (
        [n("LayerNormalization", ["x", "s", "b"], ["y"], axis=-1, epsilon=1e-5)],
        {"s": V, "b": V},
        X,
        lambda x: T.layer_norm(x, (4,), t(V), t(V)),
    ),
    "reduce sum": ([n("ReduceSum", ["x", "a"], ["y"], keepdims=0)], {"a": I(1)}, X, lambda x: x.sum(1)),
    "reduce mean": ([n("ReduceMean", ["x"], ["y"], axes=[1, 2], keepdims=1)], {}, X, lambda x: x.mean((1, 2), keepdim=True)),
    "reshape": ([n("Reshape", ["x", "s"], ["y"])], {"s": I(2, 12)}, X, lambda x: x.reshape(2, 12)),
    "unsqueeze": ([n("Unsqueeze", ["x", "a"], ["y"])], {"a": I(1)}, X, lambda x: x.unsqueeze(1)),
    "squeeze": ([n("Squeeze", ["x", "a"], ["y"])], {"a": I(0)}, X[:1], lambda x: x.squeeze(0)),
    "flatten": ([n("Flatten", ["x"], ["y"])], {}, X, lambda x: x.flatten(1)),
    "transpose": ([n("Transpose", ["x"], ["y"], perm=[2, 0, 1])], {}, X, lambda x: x.permute(2, 0, 1)),
    "expand": ([n("Expand", ["x", "s"], ["y"])], {"s": I(2, 3, 4)}, X[:, :1], lambda x: x.expand(2, 3, 4)),
    "concat": ([n("Concat", ["c", "x", "x"], ["y"], axis=1)], {"c": X}, X, lambda x: torch.cat([t(X), x, x], 1)),
    "split": ([n("Split", ["x", "s"], ["p", "q"], axis=2), n("Mul", ["q", "q"], ["y"])], {"s": I(1, 3)}, X, lambda x: x[..., 1:] ** 2),
    "slice": ([n("Slice", ["x", "s", "e", "a"], ["y"])], {"s": I(1), "e": I(3), "a": I(2)}, X, lambda x: x[..., 1:3]),
    "slice to the end": ([n("Slice", ["x", "s", "e", "a"], ["y"])], {"s": I(1), "e": I(2**31), "a": I(1)}, X, lambda x: x[:, 1:]),
    "gather one": ([n("Gather", ["x", "i"], ["y"], axis=1)], {"i": np.int64(0)}, X, lambda x: x[:, 0]),
    "gather last": ([n("Gather", ["x", "i"], ["y"], axis=1)], {"i": np.int64(-1)}, X, lambda x: x[:, -1]),
    "where": ([n("Where", ["m", "x", "c"], ["y"])], {"m": X > 0, "c": X}, X, lambda x: torch.where(t(X) > 0, x, t(X))),
    "dropout": ([n("Dropout", ["x"], ["y"])], {}, X, lambda x: x),
}
TORCH = {
    "grow by broadcasting": lambda x, c: x * c["v"],
    "matrix product left": lambda x, c: c["w"] @ x,
    "matrix product shared": lambda x, c: c["u"] @ x,
    "gemm transposed": lambda x, c: x.T @ c["w"],
}


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("dynamic", [False, True])
def test_a_rule_equals_torch_autograd(name, dynamic):
    nodes, constants, x, function = CASES[name]
    x_torch = t(x, requires_grad=True)
    y = TORCH[name](x_torch, {k: t(v) for k, v in constants.items()}) if function is None else function(x_torch)
    cotangent = RNG.normal(size=tuple(y.shape)).astype("f")
    y.backward(t(cotangent))
    dims = ["batch", *x.shape[1:]] if dynamic and x.shape[0] != 1 else None
    made = append_vjp(model_of(nodes, x.shape, constants=constants, x_dims=dims, y_rank=y.ndim), "x", {"y": "dy"}, "dx")
    [dx] = run(made, {"x": x, "dy": cotangent})
    np.testing.assert_allclose(dx, x_torch.grad.numpy(), rtol=1e-5, atol=1e-5)


def test_every_rule_is_tested():
    tested = {node.op_type for nodes, *_ in CASES.values() for node in nodes}
    # Gelu is an operator from opset 20 on and MatMulNBits one of ONNX Runtime's own: both tested apart.
    assert set(RULES) - tested == {"Gelu", "MatMulNBits"}


def test_gelu_equals_torch_autograd():
    graph = helper.make_graph(
        [n("Gelu", ["x"], ["y"])], "t", [helper.make_tensor_value_info("x", 1, X.shape)], [helper.make_tensor_value_info("y", 1, X.shape)]
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)])
    model.ir_version = 9
    x = t(X, requires_grad=True)
    T.gelu(x).sum().backward()
    [dx] = run(append_vjp(model, "x", {"y": "dy"}, "dx"), {"x": X, "dy": np.ones_like(X)})
    np.testing.assert_allclose(dx, x.grad.numpy(), rtol=1e-5, atol=1e-5)


def test_several_outputs_add_up_and_an_inner_tensor_can_be_asked_for():
    nodes = [n("Mul", ["x", "v"], ["h"]), n("Tanh", ["h"], ["y"]), n("ReduceSum", ["h", "a"], ["z"], keepdims=0)]
    model = model_of(nodes, X.shape, constants={"v": V, "a": I(2)}, y_rank=3)
    model.graph.output.append(helper.make_tensor_value_info("z", 1, X.shape[:2]))
    feeds = {"x": X, "dy": np.ones_like(X), "dz": np.full(X.shape[:2], 2, "f")}
    h = t(X * V, requires_grad=True)
    (torch.tanh(h).sum() + 2 * h.sum()).backward()
    [dh] = run(append_vjp(model, "h", {"y": "dy", "z": "dz"}, "dh"), feeds)
    np.testing.assert_allclose(dh, h.grad.numpy(), rtol=1e-5, atol=1e-6)


def test_an_operator_without_a_rule_is_refused_by_name():
    with pytest.raises(UnsupportedOperator, match="Sin"):
        append_vjp(model_of([n("Sin", ["x"], ["y"])], X.shape, y_rank=3), "x", {"y": "dy"}, "dx")


def test_an_output_that_does_not_depend_on_the_input_is_refused():
    nodes = [n("Tanh", ["v"], ["y"]), n("Identity", ["x"], ["z"])]
    with pytest.raises(ValueError, match="depends"):
        append_vjp(model_of(nodes, X.shape, constants={"v": V}, y_rank=1), "x", {"y": "dy"}, "dx")
