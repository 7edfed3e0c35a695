"""`phenolens.annotate` of an AnnData: cluster/ itself is tested without anndata."""

import os
import sys
from pathlib import Path

import anndata
import numpy as np
import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "cluster"))
BUILT = (ROOT / "dist-cli/phenolens.mjs").exists()
pytestmark = pytest.mark.skipif(os.environ.get("CI") != "true" and not BUILT, reason="the command line is not built (npm run build:cli)")


def test_an_anndata_gets_what_the_command_line_says_of_its_cells():
    from phenolens import annotate

    lines = (ROOT / "models/released/tiny-random/genes.tsv").read_text().splitlines()[1:]
    symbols = [line.split("\t")[0] for line in lines]
    counts = np.random.default_rng(1).poisson(1.5, (12, len(symbols))).astype(np.float32)
    data = anndata.AnnData(counts)
    data.var_names = symbols
    data.obs_names = [f"0{cell}" for cell in range(12)]
    before = data.X.copy()
    table = annotate(data, models="tiny-random", options=["--per-group", "none"], into_obs=True)
    assert table.index.equals(data.obs_names)
    assert table["cell_type_label"].notna().all()
    assert data.obs["cell_type_label"].tolist() == table["cell_type_label"].tolist()
    assert (data.X == before).all()
    # The same cells in another order say the same, each under its name.
    turned = annotate(data[::-1].copy(), models="tiny-random", options=["--per-group", "none"])
    again = turned["cell_type_probability"].loc[data.obs_names]
    assert again.to_numpy() == pytest.approx(table["cell_type_probability"].to_numpy(), abs=1e-6)
