"""The evaluation's own arithmetic: intervals, AUROC, the projection, strict and published scores."""

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, roc_auc_score

from models.baselines import one_against_rest
from models.calibrate import temperature
from models.evaluate import coverage, interval
from models.failures import name_of, shares
from models.fit import fit
from models.heldout import Measured
from models.labels import HEADS, read_classes
from models.linear import affine_logits
from models.metrics import auroc, bootstrap, entropy, macro_f1, score
from models.projection import ABSENT, class_profiles, fit_projection, project
from models.strict import alike, given_tokens, top_hits


def test_auroc_agrees_with_scikit_learn_ties_included():
    random = np.random.default_rng(0)
    far, near = random.integers(2, 9, 50) / 10, random.integers(0, 7, 80) / 10
    truth = np.repeat([1, 0], [50, 80])
    assert auroc(far, near) == pytest.approx(roc_auc_score(truth, np.concatenate([far, near])))


def test_entropy_is_nought_for_the_sure_and_one_for_the_undecided():
    np.testing.assert_allclose(entropy(np.array([[1.0, 0, 0, 0], [0.25] * 4])), [0, 1], atol=1e-9)


def test_macro_f1_agrees_with_scikit_learn_and_lies_in_its_interval():
    random = np.random.default_rng(1)
    truth = random.integers(0, 3, 300)
    predicted = np.where(random.random(300) < 0.7, truth, random.integers(0, 3, 300))
    value = macro_f1(predicted, truth)
    low, high = bootstrap(macro_f1, predicted, truth)
    assert value == pytest.approx(f1_score(truth, predicted, average="macro"))
    assert low < value < high and high - low < 0.2


def test_a_score_counts_the_first_three_and_five():
    probability = np.array([[0.4, 0.3, 0.1, 0.08, 0.07, 0.05]] * 3)
    numbers = score(probability, np.eye(6, dtype=bool)[[0, 2, 4]])
    assert [numbers[key] for key in ("accuracy", "top3", "top5")] == pytest.approx([1 / 3, 2 / 3, 1])


def test_the_projection_is_what_least_squares_finds():
    random = np.random.default_rng(2)
    profiles = random.normal(size=(4, 60)).astype(np.float32)
    profiles[2] = np.nan
    cells = random.normal(size=(5, 60)).astype(np.float32)
    mean = random.normal(size=60).astype(np.float32)
    logits = affine_logits(cells, mean, project(profiles, mean))
    naive = np.linalg.lstsq(profiles[[0, 1, 3]].T, cells.T, rcond=None)[0].T
    np.testing.assert_allclose(logits[:, [0, 1, 3]], naive, atol=1e-4)
    assert (logits[:, 2] == ABSENT).all()


def test_a_class_profile_is_the_mean_of_the_cells_that_measure_a_gene():
    scores = np.array([[1.0, np.nan], [3.0, np.nan], [9.0, 4.0]], np.float32)
    allowed = np.array([[1, 0], [1, 0], [1, 1]], bool)
    profiles = class_profiles(scores, allowed, np.array([1, 3, 1]), np.array([0, 7.0]))
    assert profiles[0].tolist() == [2.5, 7.0] and np.isnan(profiles[1]).all()


def test_the_projection_tells_two_classes_apart(atlas):
    config = {
        "seed": 0, "real_cells": 300, "drawn_cells": 50, "exclude": [], "drawn_weight_where_real": 0.3,
        "heads": ["cell_type"],
    }
    mean, heads = fit_projection(atlas, config)
    logits = affine_logits(atlas.real.counts[:100].toarray(), mean, heads["cell_type"])
    assert list(heads) == ["cell_type"] and logits.shape[0] == 100 and (logits.argmax(axis=1) < 4).all()


def test_drawings_are_averaged(atlas):
    head = {"genes": 200, "components": 10, "penalty": 1e-3}
    config = {
        "seed": 0, "repeats": 1, "real_cells": 200, "drawn_cells": 50, "exclude": [], "drawn_weight_where_real": 0.3,
        "balance": 0.5, "whitening": 0.5, "heads": {"cell_type": head},
    }
    _, first = fit(atlas, config, ("cell_type",))
    _, both = fit(atlas, {**config, "repeats": 2}, ("cell_type",))
    difference = np.abs(both["cell_type"].weights - first["cell_type"].weights)
    assert 0 < difference.max() < np.abs(first["cell_type"].weights).max()


def test_given_phenotypes_leave_the_asked_one_masked():
    allowed = {head: np.array([[True, False], [True, True]]) for head in HEADS}
    cells = Measured("x", np.zeros((2, 3)), np.ones(2), np.ones(3, bool), allowed, np.array(["a", "b"]))
    tokens = given_tokens(cells, list(HEADS), "tissue")
    assert tokens.tolist() == [[1, 0, 1, 1, 1], [0] * 5]


def test_the_published_score_accepts_names_that_match_in_part():
    names = ["classical monocyte", "non-classical monocyte", "platelet"]
    assert alike(names).tolist() == [[True, True, False], [True, True, False], [False, False, True]]
    logits = np.array([[0.0, 1.0, 0.5]])
    exact = np.array([[True, False, False]])
    assert not top_hits(logits, exact, 1)[0] and top_hits(logits, exact @ alike(names), 1)[0]


def test_words_of_the_failures():
    assert name_of(np.array([True, False, True]), ["a", "b", "c"]) == "a or c"
    assert shares(["a", "a", "b", "a"], 1) == "a 75%" and shares([], 2) == "–"


def test_one_against_rest_is_scikit_learns_minimum():
    random = np.random.default_rng(3)
    x, truth = random.normal(size=(120, 8)), random.integers(0, 3, 120)
    x[truth == 1, 0] += 2
    weights, bias, classes = one_against_rest(x, truth)
    for c in classes:
        alone = LogisticRegression(C=1.0, tol=1e-8, max_iter=1000).fit(x, truth == c)
        np.testing.assert_allclose(weights[:, c], alone.coef_[0], atol=2e-3)
        assert bias[c] == pytest.approx(alone.intercept_[0], abs=2e-3)


def measured(name, kinds):
    """Cells without counts whose cell types are the given classes."""
    allowed = {head: np.zeros((len(kinds), len(terms)), bool) for head, terms in read_classes().items()}
    allowed["cell_type"][np.arange(len(kinds)), kinds] = True
    cells = len(kinds)
    return Measured(name, np.zeros((cells, 3)), np.ones(cells), np.ones(3, bool), allowed, np.full(cells, "d"))


def test_a_temperature_comes_from_seen_classes_and_from_errors_enough(atlas):
    kinds = np.array([2, 3] * 20)
    classes = len(read_classes()["cell_type"])
    logits = np.zeros((40, classes))
    logits[np.arange(40), kinds] = 8.0
    wrong = logits.copy()
    wrong[:10] = np.roll(wrong[:10], 1, axis=1)
    unseen = ({"cell_type": np.eye(classes)[np.full(40, 9)] * 50}, measured("x", np.full(40, 8)), [])
    assert temperature(atlas, "cell_type", [({"cell_type": logits}, measured("x", kinds), [])]) == 1.0
    alone = temperature(atlas, "cell_type", [({"cell_type": wrong}, measured("x", kinds), [])])
    assert alone > 1.2
    assert temperature(atlas, "cell_type", [({"cell_type": wrong}, measured("x", kinds), []), unseen]) == alone


def test_people_are_drawn_again_where_there_are_three_and_more():
    right = np.repeat([1, 0, 1], [10, 10, 10]).astype(bool)
    low, high = interval(right, np.repeat(["a", "b", "c"], 10))
    assert low <= 1 / 3
    assert high == 1
    narrow = interval(right, np.full(30, "a"))
    assert narrow[0] > low
    assert narrow[1] < high


def test_coverage_is_the_largest_share_of_the_surest_that_are_right_enough():
    """The first wrong cell is the 21st of 40: 20 of 21 are right enough, no more cells are once the 22nd is wrong as well."""
    right = np.ones(40, bool)
    right[20:] = False
    assert coverage(np.linspace(1, 0, 40), right) == 21 / 40
    assert coverage(np.linspace(1, 0, 40), ~right) == 0
