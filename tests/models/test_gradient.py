"""The gradient file: a whole network's reverse pass beside torch, by every way of storing weights."""

import numpy as np
import onnx
import pytest
import torch

from models.export import session
from models.folder import RELEASED
from models.gradient import OUTPUT, cotangent_names, gradient_graph, share_weights
from models.graph import build
from models.network import PhenoNet, Shape
from models.quantize import BLOCK, in_blocks, packed
from models.schemes import SCHEMES, store

HEADS = ["a", "b"]


@pytest.fixture
def network():
    torch.manual_seed(1)
    return PhenoNet(Shape(80, (5, 3), 32, 2, 2, 64, 8)).eval()


def feed(count=3, length=12):
    random = np.random.default_rng(2)
    genes = np.stack([random.permutation(80)[:length] for _ in range(count)]).astype(np.int32)
    values = (random.random((count, length)) * 4).astype(np.float32)
    mask = np.ones((count, length), np.float32)
    mask[0, length // 2 :], genes[0, length // 2 :], values[0, length // 2 :] = 0, 80, 0
    inputs = {"genes": genes, "values": values, "mask": mask, "phenotypes": np.zeros((count, 2), np.int32)}
    cotangents = {
        name: random.normal(size=(count, size)).astype(np.float32) for name, size in zip(cotangent_names(HEADS), (5, 3), strict=True)
    }
    return inputs, cotangents


def gradient_of(model, inputs, cotangents):
    return session(gradient_graph(model, HEADS).SerializeToString()).run([OUTPUT, "logits_a"], {**inputs, **cotangents})


def test_the_whole_equals_torch_autograd(network):
    inputs, cotangents = feed()
    values = torch.from_numpy(inputs["values"]).requires_grad_()
    truth = network(torch.from_numpy(inputs["genes"]), values, torch.from_numpy(inputs["mask"]), torch.from_numpy(inputs["phenotypes"]))
    sum(
        (logits * torch.from_numpy(cotangents[name])).sum() for logits, name in zip(truth["logits"], cotangent_names(HEADS), strict=True)
    ).backward()
    found, logits = gradient_of(build(network, HEADS), inputs, cotangents)
    real = inputs["mask"] > 0
    np.testing.assert_allclose(found[real], values.grad.numpy()[real], rtol=1e-4, atol=1e-4)
    np.testing.assert_allclose(logits, truth["logits"][0].detach().numpy(), rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("name", SCHEMES)
def test_the_gradient_is_the_slope_of_the_stored_model(network, name):
    model = store(build(network, HEADS), SCHEMES[name])
    inputs, cotangents = feed()
    found, _ = gradient_of(model, inputs, cotangents)
    predict = session(model.SerializeToString())

    def objective(values):
        logits = predict.run([f"logits_{head}" for head in HEADS], {**inputs, "values": values})
        return sum((a.astype(np.float64) * cotangents[n]).sum(axis=1) for a, n in zip(logits, cotangent_names(HEADS), strict=True))

    step = 1e-2
    for token in range(4):
        up, down = inputs["values"].copy(), inputs["values"].copy()
        up[:, token] += step
        down[:, token] -= step
        slope = (objective(up) - objective(down)) / (2 * step)
        np.testing.assert_allclose(found[:, token], slope, rtol=0.02, atol=2e-3)


def test_codes_in_blocks_are_packed_as_the_runtime_unpacks_them():
    random = np.random.default_rng(3)
    rows = random.normal(size=(3, 2 * BLOCK)).astype(np.float32)
    codes, scale = in_blocks(rows, 4)
    np.testing.assert_allclose(codes * scale[..., None], rows.reshape(3, 2, BLOCK), atol=float(scale.max()) / 2 + 1e-6)
    low_first = packed(codes, 4)
    np.testing.assert_array_equal(low_first & 15, (codes[..., ::2] + 8).astype(np.uint8))
    np.testing.assert_array_equal(low_first >> 4, (codes[..., 1::2] + 8).astype(np.uint8))


def test_weights_are_read_from_the_prediction_file(network, tmp_path):
    model = store(build(network, HEADS), SCHEMES["int8"])
    predict = model.SerializeToString()
    whole = gradient_graph(model, HEADS)
    (tmp_path / "predict.onnx").write_bytes(predict)
    shared = share_weights(whole, predict, "predict.onnx")
    (tmp_path / "gradient.onnx").write_bytes(shared)
    assert len(shared) < len(whole.SerializeToString())
    inputs, cotangents = feed()
    import onnxruntime

    there = onnxruntime.InferenceSession(str(tmp_path / "gradient.onnx"), providers=["CPUExecutionProvider"])
    found = there.run([OUTPUT], {**inputs, **cotangents})[0]
    np.testing.assert_allclose(found, gradient_of(model, inputs, cotangents)[0], rtol=1e-5, atol=1e-6)


def test_the_released_transformer_has_its_gradient():
    folder = RELEASED / "polygene-mini"
    model = onnx.load(folder / "gradient.onnx")
    assert [o.name for o in model.graph.output][0] == OUTPUT
    assert sum(path.stat().st_size for path in folder.iterdir()) < 12e6
