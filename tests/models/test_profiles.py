"""Profiles of training cells: against scipy, planted cells, and real ones."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import numpy as np
import pytest

from models.folder import RELEASED, check_folder
from models.heldout import read_measured
from models.profiles import (
    EMBEDDING_DIMS,
    Encoder,
    embedding_axes,
    fit_profiles,
    folds_of,
    groups_of,
    make_profiles,
    quantile_of_studies,
    read_profiles,
    silence,
    with_drawn,
)
from models.sources import DATA

EXPECTED = Path(__file__).resolve().parents[1] / "parity" / "profiles_expected.hpp"
MODELS = ("linear-atlas", "projection-atlas", "polygene-mini")
CI = os.environ.get("CI") == "true"
needs_data = pytest.mark.skipif(not CI and not DATA.exists(), reason="the data folder (PHENOLENS_DATA) is not here")


def expected(name: str) -> np.ndarray:
    """Numbers of the header that the core is tested by."""
    text = re.search(rf" {name} = \{{(.*?)\}};", EXPECTED.read_text("utf-8"), re.DOTALL).group(1)
    return np.array([float("nan") if item.strip() == "kNaN" else float(item) for item in text.split(",")])


def test_profiles_and_limits_equal_scipy_and_the_core():
    values = expected("values").reshape(-1, 4)
    group, fold = expected("group").astype(int), expected("fold").astype(int)
    profiles, left_out = fit_profiles(values, group, expected("weight"), fold)
    assert profiles.groups.tolist() == expected("groups").astype(int).tolist()
    np.testing.assert_allclose(profiles.limits, expected("limits"), rtol=1e-9)
    np.testing.assert_allclose(left_out, expected("left_out"), rtol=1e-9)
    np.testing.assert_allclose(profiles.outlyingness(values), expected("outlyingness"), rtol=1e-9)


def test_cells_of_new_donors_are_as_far_as_those_left_out_and_others_are_far():
    random = np.random.default_rng(1)
    mixing = random.normal(size=(5, 5))
    draw = lambda rows: random.normal(size=(rows, 5)) @ mixing + 9 * (np.arange(rows) % 3)[:, None]  # noqa: E731
    group = np.arange(3000) % 3
    profiles, left_out = fit_profiles(draw(3000), group, np.ones(3000), np.arange(3000) // 300)
    assert np.mean(left_out > 1) == pytest.approx(0.05, abs=1e-3)
    assert 0.03 < np.mean(profiles.outlyingness(draw(3000)) > 1) < 0.08
    assert np.mean(profiles.outlyingness(random.normal(scale=30, size=(3000, 5))) > 1) > 0.9


def test_cells_without_a_label_join_the_nearest_group_only_where_their_tissue_is_shown(atlas):
    table = atlas.real
    random = np.random.default_rng(2)
    center = np.where(table.allowed["cell_type"][:, 2, None], 0.0, 8.0)
    values = center + random.normal(size=(len(table), 3))
    table.names, table.part = np.array(["one", "two", "three"]), np.repeat([0, 1, 2], 100).astype(np.uint8)
    known = table.allowed["cell_type"].copy()
    table.allowed["cell_type"][100:] = False
    table.allowed["tissue"][200:] = False
    table.allowed["tissue"][200:, 5] = True
    group, classes = groups_of(table, values)
    assert classes == [[2], [3]]
    assert np.array_equal(group[:200], np.where(known[:200, 2], 0, 1))
    assert (group[200:] == -1).all()
    assert len(make_profiles(values, group, np.ones(300)).groups) == 2


def test_a_study_of_one_donor_is_left_out_by_fifths_and_others_by_donor(atlas):
    table = atlas.real
    table.names, table.part = np.array(["one", "two"]), np.repeat([0, 1], 150).astype(np.uint8)
    table.donors = np.array(["only"] * 150 + ["a"] * 70 + ["b"] * 80)
    folds = folds_of(table)
    assert len(set(folds[:150])) == 5 and len(set(folds[150:220])) == 1 and len(set(folds)) == 7


def test_logits_of_many_classes_lie_along_the_leading_directions_of_the_weights():
    weights = np.random.default_rng(3).normal(size=(400, 90)) * np.linspace(3, 0.1, 90)
    axes = embedding_axes(weights)
    assert axes.shape == (90, EMBEDDING_DIMS)
    np.testing.assert_allclose(axes.T @ axes, np.eye(EMBEDDING_DIMS), atol=1e-9)
    spread = (weights @ axes).var(axis=0, ddof=1)
    _, singular, _ = np.linalg.svd(weights - weights.mean(axis=0), full_matrices=False)
    np.testing.assert_allclose(spread, singular[:EMBEDDING_DIMS] ** 2 / 399, rtol=1e-9)
    assert (np.take_along_axis(axes, np.abs(axes).argmax(axis=0)[None], axis=0) > 0).all()
    assert embedding_axes(weights[:, :EMBEDDING_DIMS]) is None


def test_studies_count_alike_in_a_quantile():
    found = {"large": np.zeros(1000), "small": np.arange(1.0, 11)}
    assert quantile_of_studies(found, 0.5) == 0
    assert quantile_of_studies(found, 0.95) == 9


def test_a_study_that_lies_apart_sets_what_is_silent_and_drawn_groups_stand_for_types_without_cells():
    """Two studies of one type, a unit apart in a plane whose last feature stands for the cosine: each left out is as far as the other."""
    random = np.random.default_rng(4)
    values = random.normal(size=(400, 3))
    values[200:, 0] += 6
    studies, group = np.repeat(["a", "b"], 200), np.zeros(400, int)
    profiles = make_profiles(values, group, np.ones(400))
    profiles.limits[:] = 2.0
    drawn = (np.array([[0.0, 40, 0]]), np.array([50]), [[7]])
    told = silence(profiles, values, group, studies, [[3]], drawn, is_linear=True)
    assert set(told.studies) == {"a", "b"}
    assert 0.03 < np.mean(list(told.studies.values())) < 0.07
    assert told.beyond > 1
    wider = with_drawn(profiles, drawn[0], drawn[1], 1)
    assert wider.groups.tolist() == [0, 1]
    assert profiles.outlyingness(np.array([[0.0, 40, 0]]))[0] > 5
    assert wider.outlyingness(np.array([[0.0, 40, 0]]))[0] == pytest.approx(0, abs=1e-9)
    wider.beyond, wider.mean_cosine = told.beyond, 0.5
    assert wider.is_silent(np.array([[0, 40, 2.0], [0, 40, 0.1], [90, 0, 2.0]])).tolist() == [False, True, True]


@pytest.mark.parametrize("name", MODELS)
def test_released_models_carry_profiles_of_their_embedding(name: str):
    manifest = check_folder(RELEASED / name)
    document = json.loads((RELEASED / name / "profiles.json").read_text("utf-8"))
    classes = [head["classes"] for head in manifest["heads"] if head["phenotype"] == document["phenotype"]][0]
    is_linear = manifest["kind"] == "linear"
    assert document["dims"] == (min(len(classes), EMBEDDING_DIMS) + 1 if is_linear else manifest["onnx"]["embedding_size"])
    assert len(document["groups"]) >= 10
    for group in document["groups"]:
        assert group["cells"] >= 20 and group["limit"] > 0 and max(group["classes"]) < len(classes)


@needs_data
def test_shuffled_gene_names_are_far_and_new_donors_are_not():
    folder = RELEASED / "linear-atlas"
    encoder = Encoder(folder)
    profiles = read_profiles(folder)
    symbols = [line.split("\t")[0] for line in (folder / "genes.tsv").read_text("utf-8").splitlines()[1:]]
    cells = read_measured("zheng", symbols, most=60)
    panels = np.tile(cells.panel, (60, 1))
    measured = np.flatnonzero(cells.panel)
    shuffled = cells.counts.copy()
    shuffled[:, measured] = cells.counts[:, np.random.default_rng(0).permutation(measured)]

    def far(counts: np.ndarray) -> float:
        return float(np.mean(profiles.outlyingness(encoder.features(counts, cells.totals, panels)) > 1))

    assert far(cells.counts) < 0.2
    assert far(shuffled) > 0.9
