"""'The same in Python': the script that `phenolens python` prints, run, gives the numbers of `phenolens analyze`."""

from __future__ import annotations

import base64
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import anndata
import numpy as np
import pandas as pd
import pytest
import scipy.sparse as sp

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("PHENOLENS_DATA", ROOT.parent / "shared" / "data"))
PROGRAM = ROOT / "dist-cli" / "phenolens.mjs"
GENES = pd.read_csv(ROOT / "models" / "released" / "linear-atlas" / "genes.tsv", sep="\t", keep_default_na=False)
CI = os.environ.get("CI") == "true"
# float32 sums in the core, float64 here.
SAME = 2e-5

pytestmark = pytest.mark.skipif(not CI and not PROGRAM.exists(), reason="the command line is not built (npm run build:cli)")


def phenolens(*words: object) -> str:
    done = subprocess.run(["node", PROGRAM, *map(str, words)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def compare(path: Path | list[Path], folder: Path, *more: object, model: object = "linear-atlas") -> tuple[pd.DataFrame, str]:
    """Runs the script and the engine on a file, or on several as one, and compares cell by cell; the script's table and what it printed."""
    script = folder / "same.py"
    files = path if isinstance(path, list) else [path]
    script.write_text(phenolens("python", *files, "--model", model, *more))
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False, cwd=folder)
    assert done.returncode == 0, done.stderr
    ours = pd.read_csv(folder / "cells.csv", index_col=0, dtype={"cell_id": str})
    options = [more[i : i + 2] for i in range(0, len(more), 2) if more[i] == "--matrix"]
    phenolens("analyze", *files, "--model", model, *sum(map(list, options), []), "--quiet", "--out", folder / "out")
    [table] = (folder / "out").glob("*/cells.csv")
    theirs = pd.read_csv(table, index_col=0, dtype={"cell_id": str})
    assert list(ours.index) == list(theirs.index)
    heads = [name[: -len("_label")] for name in theirs if re.fullmatch(r"(?!.*_top\d).*_label", name)]
    assert heads
    for head in heads:
        assert ours[f"{head}_label"].fillna("").tolist() == theirs[f"{head}_label"].fillna("").tolist()
        for number in ("probability", "entropy"):
            np.testing.assert_allclose(ours[f"{head}_{number}"], theirs[f"{head}_{number}"], atol=SAME)
    return ours, done.stdout


def counts(cells: int, genes: int, seed: int = 5) -> sp.csr_matrix:
    random = np.random.default_rng(seed)
    rates = random.gamma(0.3, 1.0, size=(3, genes))
    kind = random.integers(0, 3, cells)
    matrix = random.poisson(rates[kind] / rates[kind].sum(axis=1, keepdims=True) * 3000).astype(np.float32)
    matrix[1] = 0
    return sp.csr_matrix(matrix)


def write(path: Path, matrix: object, names: list[str], **more: object) -> Path:
    adata = anndata.AnnData(
        X=matrix, var=pd.DataFrame(index=names), obs=pd.DataFrame(index=[f"cell-{i}" for i in range(matrix.shape[0])]), **more
    )
    adata.write_h5ad(path)
    return path


def test_symbols_with_an_empty_cell(tmp_path: Path) -> None:
    path = write(tmp_path / "a.h5ad", counts(60, 1500), GENES["symbol"][:1500].tolist())
    ours, _ = compare(path, tmp_path)
    assert ours["totals"].iloc[1] == 0 and pd.isna(ours["cell_type_label"].iloc[1])


def test_ensembl_ids_with_versions_duplicates_aliases_and_cases(tmp_path: Path) -> None:
    names = [f"{gene}.{i % 7}" for i, gene in enumerate(GENES["ensembl_id"][:700])]
    names += [symbol.lower() for symbol in GENES["symbol"][700:900]]
    names += [f"GRCh38_{symbol}" for symbol in GENES["symbol"][900:1000]]
    # Columns of one gene: by the same evidence they are summed, by weaker evidence left out.
    names += GENES["ensembl_id"][:50].tolist() + GENES["symbol"][50:100].tolist()
    alias = [(aliases.split("|")[0]) for aliases in GENES["aliases"][1000:1300] if aliases]
    names += [name for name in dict.fromkeys(alias) if name not in names]
    compare(write(tmp_path / "b.h5ad", counts(50, len(names)), names), tmp_path)


def test_a_layer_and_logarithms(tmp_path: Path) -> None:
    matrix = counts(40, 1200)
    logs = matrix.copy()
    logs.data = np.log1p(
        1e4 * logs.data / np.repeat(np.maximum(np.asarray(matrix.sum(axis=1)).ravel(), 1), np.diff(matrix.indptr))
    ).astype(np.float32)
    path = write(tmp_path / "c.h5ad", logs, GENES["symbol"][:1200].tolist(), layers={"counts": matrix})
    for i, options in enumerate([("--matrix", "layers/counts"), ("--matrix", "X")]):
        folder = tmp_path / str(i)
        folder.mkdir()
        compare(path, folder, *options)


def several(folder: Path) -> list[Path]:
    """Files of a study: by symbols; by ids with symbols, counts in a layer; by aliases, as logarithms; of other genes."""
    symbols, ids = GENES["symbol"], GENES["ensembl_id"]
    one = write(folder / "one.h5ad", counts(30, 9000), symbols[:9000].tolist())
    second = anndata.AnnData(
        X=sp.csr_matrix(counts(25, 8000, 6).toarray() - 0.5),
        var=pd.DataFrame({"feature_name": symbols[2000:10000].tolist()}, index=ids[2000:10000].tolist()),
        obs=pd.DataFrame({"kind": pd.Categorical(["a", "b"] * 12 + ["a"])}, index=[f"cell-{i}" for i in range(25)]),
        layers={"counts": counts(25, 8000, 6)},
    )
    second.write_h5ad(folder / "two.h5ad")
    aliases = GENES["aliases"].str.split("|").str[0]
    called = aliases.where(aliases.str.fullmatch("[A-Z][A-Z0-9]+"), symbols)[:9500].tolist()
    logs = counts(20, 9500, 7)
    total = np.repeat(np.maximum(np.asarray(logs.sum(axis=1)).ravel(), 1), np.diff(logs.indptr))
    logs.data = np.log1p(1e4 * logs.data / total).astype(np.float32)
    three = write(folder / "three.h5ad", logs, [f"{name}" if called.count(name) == 1 else f"UNNAMED{i}" for i, name in enumerate(called)])
    four = write(folder / "four.h5ad", counts(10, 3000, 8), symbols[2000:2060].tolist() + [f"SPIKE{i}" for i in range(2940)])
    return [one, folder / "two.h5ad", three, four]


@pytest.mark.parametrize("matrix", ["X", "X[shared genes]"])
def test_several_files_as_one(tmp_path: Path, matrix: str) -> None:
    one, two, three, four = several(tmp_path)
    # Of the last the model reads none of the cells by its own genes; with it, too few are shared.
    files = [one, two, three, four] if matrix == "X" else [one, two, three]
    ours, _ = compare(files, tmp_path, "--matrix", matrix)
    assert ours.index[0] == "cell-0-one" and len(ours) == (85 if matrix == "X" else 75)
    unread = ours.index.str.endswith("-four")
    assert ours.loc[unread, "cell_type_label"].isna().all() and ours.loc[unread, "cell_type_entropy"].isna().all()
    if matrix == "X":
        np.testing.assert_allclose(ours["totals"].iloc[:30], np.asarray(counts(30, 9000).sum(axis=1)).ravel(), rtol=1e-6)


@pytest.mark.parametrize("recipe", [("log1p-lr",), ("clusterwise-lr", "--components", "5", "--genes", "500")])
def test_a_model_of_ones_own(tmp_path: Path, recipe: tuple[str, ...]) -> None:
    path = tmp_path / "d.h5ad"
    adata = anndata.AnnData(
        X=counts(200, 600), var=pd.DataFrame(index=GENES["symbol"][:600].tolist()), obs=pd.DataFrame(index=[f"c{i}" for i in range(200)])
    )
    total = np.asarray(adata.X[:, :50].sum(axis=1)).ravel()
    adata.obs["kind"] = pd.Categorical(np.where(total > np.median(total), "many", "few"))
    adata.write_h5ad(path)
    phenolens("train", path, "--labels", "kind", "--preset", *recipe, "--quiet", "--out", tmp_path / "model")
    if recipe[0] == "clusterwise-lr":
        assert json.loads((tmp_path / "model/manifest.json").read_text())["heads"][0]["clusters"] > 1
    compare(path, tmp_path, model=tmp_path / "model")
    # A panel, to which the model is fitted.
    panel = tmp_path / "panel.h5ad"
    adata[:, :250].write_h5ad(panel)
    compare(panel, tmp_path, model=tmp_path / "model")


def test_real_blood_with_quality_as_numpy_has_it_and_scores_as_evaluate_has_them(tmp_path: Path) -> None:
    path = DATA / "labelled/pbmc3k_counts.h5ad"
    if not path.exists() and not CI:
        pytest.skip(f"no pbmc3k at {DATA} (PHENOLENS_DATA)")
    adata = anndata.read_h5ad(path)
    column = next(name for name in ("cell_type", "louvain", "cell_types", "bulk_labels") if name in adata.obs)
    ours, printed = compare(path, tmp_path, "--labels", column)
    matrix = adata.X.toarray() if sp.issparse(adata.X) else adata.X
    mitochondrial = adata.var_names.str.startswith("MT-")
    np.testing.assert_allclose(ours["totals"], matrix.sum(axis=1), rtol=1e-6)
    assert ours["detected"].tolist() == (matrix > 0).sum(axis=1).tolist()
    np.testing.assert_allclose(ours["mitochondrial"], matrix[:, mitochondrial].sum(axis=1) / matrix.sum(axis=1), rtol=1e-5)
    phenolens("evaluate", path, "--model", "linear-atlas", "--labels", column, "--quiet", "--out", tmp_path / "report")
    [evaluation] = json.loads((tmp_path / "report" / "metrics.json").read_text())["evaluations"]
    [metrics] = evaluation["metrics"]
    checks = json.loads((tmp_path / "out" / "summary.json").read_text())["trust"]
    figures = {check["name"]: check["figure"] for check in next(one for one in checks if one["head"] == "cell_type")["checks"]}
    assert float(re.search(r"median genes per cell: (\d+)", printed).group(1)) == pytest.approx(figures["depth"], abs=0.5)
    assert float(re.search(r"cell_type: share of cells with p < .5: ([\d.]+)", printed).group(1)) == pytest.approx(
        figures["confidence"], abs=5e-5
    )
    right, scored = re.search(r"top-1 accuracy: ([\d.]+) on (\d+)", printed).groups()
    assert int(scored) == metrics["cells"]
    assert float(right) == pytest.approx(metrics["topK"][0]["value"], abs=5e-5)


def test_names_of_groups_are_those_of_the_annotated_file(tmp_path: Path) -> None:
    demo = ROOT / "web" / "public" / "demo" / "demo.h5ad"
    model = ["--model", "linear-atlas", "--quiet"]
    phenolens("annotate", demo, *model, "--group", "cell_type", "--out", tmp_path / "first")
    names = json.loads((tmp_path / "first" / "annotation.json").read_text())
    # Merged, marked, and split: every second cell of the third group is one of its own.
    first, second, third, *rest = names["groups"]
    first["members"] += second["members"]
    rest[0]["mark"], rest[1]["name"] = "doublet", ""
    start = [group["name"] for group in names["start"]]
    codes = np.frombuffer(base64.b64decode(names["codes"][2:]), np.uint8).astype(int) - 1
    own = np.flatnonzero(codes == start.index(third["members"][0]))
    dealt = base64.b64encode((np.arange(len(own)) % 2 + 1).astype(np.uint8).tobytes()).decode()
    parts = ["odd", third["members"][0]]
    names["splits"] = [{"of": third["members"], "parts": parts, "codes": f"8:{dealt}", "how": {"kind": "lasso"}}]
    odd = {**third, "id": "odd", "members": ["odd"], "name": "odd ones", "ontologyId": "", "confidence": None}
    names["groups"] = [first, third, *rest, odd]
    path = tmp_path / "mine.json"
    path.write_text(json.dumps(names))
    phenolens("annotate", demo, *model, "--apply", path, "--out", tmp_path / "second")
    script = tmp_path / "same.py"
    script.write_text(phenolens("python", demo, "--model", "linear-atlas", "--names", path))
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    ours = pd.read_csv(tmp_path / "cells.csv", index_col=0, dtype={"cell_id": str})
    data = anndata.read_h5ad(tmp_path / "second" / "annotated.h5ad")
    assert set(ours["name"].dropna()) >= {"odd ones", "doublet"}
    assert ours["name"].isna().any()
    for column in ("name", "name_ontology_term_id", "name_source"):
        assert ours[column].fillna("").tolist() == data.obs[column].astype(object).fillna("").tolist()
    np.testing.assert_allclose(ours["name_confidence"], data.obs["name_confidence"], rtol=1e-6)
