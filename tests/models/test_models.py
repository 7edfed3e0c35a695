"""Fitting, training, exporting on tiny configs."""

import numpy as np
import pytest
import torch

from models.batches import Batches, token_scale
from models.draw import Drawer
from models.fit import fit, load, save, sex_linked
from models.labels import HEADS
from models.linear import affine_logits, scores_of, softmax_regression
from models.network import PhenoNet, Shape
from models.train import Run, head_loss

LINEAR = {
    "seed": 0, "repeats": 2, "real_cells": 300, "drawn_cells": 50, "exclude": [],
    "drawn_weight_where_real": 0.3, "balance": 0.5, "whitening": 0.5,
    "heads": {head: {"genes": 300, "components": 20, "penalty": 1e-3} for head in HEADS},
}
NETWORK = {
    "seed": 0, "exclude": [], "width": 16, "heads": 2, "layers": 1, "feed": 32, "value_units": 8, "dropout": 0.0,
    "max_genes": 48, "token_power": 1.0, "batch": 32, "real_share": 0.7, "short_share": 0.2, "given_cells": 0.3,
    "given_heads": 0.5, "hidden_values": 0.1, "value_weight": 0.1, "smoothing": 0.05, "teacher_weight": 0.5, "rate": 3e-3, "decay": 0.01,
    "warmup": 5, "steps": 60, "averaging": 0.9, "head_weights": dict.fromkeys(HEADS, 0.5),
}


def test_panels_are_exchanged_and_unmeasured_genes_hold_no_counts(atlas):
    draw = Drawer(atlas, 0).real(atlas.real, np.arange(100))
    assert not draw.counts[~draw.measured].any()
    assert len({int(m.sum()) for m in draw.measured}) > 3


def test_drawn_cells_have_whole_counts_near_their_profile(atlas):
    draw = Drawer(atlas, 0).drawn(atlas.profiles, np.arange(10))
    assert (draw.counts == np.round(draw.counts)).all() and (draw.totals >= 1).all()


def test_the_linear_atlas_learns_two_classes_and_survives_its_file(atlas, tmp_path):
    mean, heads = fit(atlas, LINEAR, ("cell_type",))
    save(tmp_path / "fit.npz", mean, heads)
    mean, heads = load(tmp_path / "fit.npz")
    draw = Drawer(atlas, 9).real(atlas.real, np.arange(200))
    logits = affine_logits(scores_of(draw), mean, heads["cell_type"])
    right = draw.allowed["cell_type"][np.arange(200), logits.argmax(axis=1)]
    assert right.mean() > 0.9


def test_a_sex_head_reads_only_sex_linked_genes(atlas):
    assert sex_linked(atlas).sum() == 10


def test_a_label_of_two_classes_pulls_to_neither_over_the_other():
    x = np.eye(3, dtype=np.float32).repeat(30, axis=0)
    allowed = np.array([[1, 1, 0], [0, 0, 1], [0, 0, 1]], bool).repeat(30, axis=0)
    coefficients, bias = softmax_regression(x, allowed, np.ones(90, np.float32), 1e-4)
    logits = x @ coefficients + bias
    assert abs(logits[0, 0] - logits[0, 1]) < 1e-3 and logits[0, 0] > logits[0, 2] + 1


def test_the_network_does_not_see_padding():
    network = PhenoNet(Shape(50, (3, 2), 16, 2, 2, 32, 8)).eval()
    genes = torch.arange(10)[None].int()
    values, mask = torch.rand(1, 10), torch.ones(1, 10)
    given = torch.zeros(1, 2, dtype=torch.int32)
    pad = torch.nn.functional.pad
    short = network(genes, values, mask, given)
    long = network(pad(genes, (0, 6), value=50), pad(values, (0, 6)), pad(mask, (0, 6)), given)
    torch.testing.assert_close(short["logits"][0], long["logits"][0], atol=1e-5, rtol=1e-5)


def test_the_network_does_not_see_the_order_of_genes():
    network = PhenoNet(Shape(50, (3, 2), 16, 2, 2, 32, 8)).eval()
    order = torch.randperm(10)
    genes, values, mask = torch.arange(10)[None].int(), torch.rand(1, 10), torch.ones(1, 10)
    given = torch.zeros(1, 2, dtype=torch.int32)
    first = network(genes, values, mask, given)
    second = network(genes[:, order], values[:, order], mask, given)
    torch.testing.assert_close(first["embedding"], second["embedding"], atol=1e-5, rtol=1e-5)


def test_a_given_phenotype_is_not_asked_for(atlas):
    batch = Batches(atlas, NETWORK, np.ones(600, np.float32), 0).next()
    assert batch.asked.any() and (batch.phenotypes > 0).any()
    assert not (batch.asked & (batch.phenotypes > 0)).any()
    assert (batch.values[batch.hidden] == -1).all() and (batch.mask[batch.hidden] == 1).all()


def test_cells_without_a_label_cost_nothing():
    logits = torch.randn(4, 3, requires_grad=True)
    loss = head_loss(logits, torch.zeros(4, 3, dtype=torch.bool), torch.zeros(4, dtype=torch.bool), 0.05)
    loss.backward()
    assert loss.item() == 0 and not logits.grad.any()


def test_telling_genes_enter_before_others_of_equal_value(atlas):
    scale = token_scale(atlas, 3.0, 0, cells=200)
    assert np.median(scale[:100]) < np.median(scale[100:500])


def test_training_lowers_the_loss_and_can_be_taken_up(atlas, tmp_path):
    run = Run(atlas, NETWORK, tmp_path / "run.pt", "cpu")
    run.network.train()
    losses = [run.advance()["cell_type"] for _ in range(40)]
    assert np.mean(losses[-5:]) < 0.7 * np.mean(losses[:5])
    run.save()
    again = Run(atlas, NETWORK, tmp_path / "run.pt", "cpu")
    assert again.step == 40
    for key, value in run.network.state_dict().items():
        assert torch.equal(value, again.network.state_dict()[key]), key


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_excluded_studies_are_not_drawn(atlas, share):
    config = {**NETWORK, "exclude": ["pbmc3k"] if share else []}
    real = Batches(atlas, config, np.ones(600, np.float32), 0).real
    assert len(real) == (0 if share else 300)
