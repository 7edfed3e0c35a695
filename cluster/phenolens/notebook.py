"""Predictions as a pandas table, for notebooks: the command line does the work."""

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from phenolens import command_line
from phenolens.columns import is_number

if TYPE_CHECKING:
    from anndata import AnnData


class AnnotationError(Exception):
    """What the command line said, in one sentence."""


def annotate(
    data: "str | Path | AnnData",
    models: str | Path | Sequence[str | Path] = (),
    majority_voting: bool = False,
    options: Sequence[str] = (),
    into_obs: bool = False,
) -> pd.DataFrame:
    """
    What models say of every cell, by `phenolens analyze`.

    `data`: a file that the command line reads, or an AnnData (written to a temporary file). `models`: names of released
    models, folders, CellTypist's `.pkl` or references; without, the released ones. `options`: further options of
    `phenolens analyze`, such as `["--labels", "cell_type"]`.

    Gives a row per cell in the file's order, indexed by the cells' names, with the columns of `cells.csv`
    (`cell_type_label`, `cell_type_probability`, ...); of several models each column is called `MODEL.COLUMN`. `into_obs`
    also writes the columns into `data.obs`. Throws AnnotationError.
    """
    chosen = [models] if isinstance(models, (str, Path)) else list(models)
    words = [word for model in chosen for word in ("--model", str(model))]
    words += ["--majority-voting"] if majority_voting else []
    is_file = isinstance(data, (str, Path))
    if into_obs and is_file:
        raise AnnotationError("into_obs needs an AnnData: a file's obs is left as it is.")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(data) if is_file else Path(folder) / "data.h5ad"
        if not is_file:
            data.write_h5ad(file)
        results = Path(folder) / "results"
        _run(["analyze", str(file), *words, *options, "--quiet", "--out", str(results)])
        tables = {path.parent.name: _read(path) for path in sorted(results.glob("*/cells.csv"))}
    if not tables:
        raise AnnotationError("None of the models predicts classes: there is no table of cells.")
    if len(tables) == 1:
        table = next(iter(tables.values()))
    else:
        # All tables have the file's cells in the file's order.
        table = pd.concat({name: one.reset_index(drop=True) for name, one in tables.items()}, axis=1)
        table.columns = [f"{model}.{column}" for model, column in table.columns]
        table.index = next(iter(tables.values())).index
    if not is_file:
        if list(table.index) != [str(name) for name in data.obs_names]:
            raise AnnotationError("The cells that came back are not those of data.obs, in its order.")
        table.index = data.obs_names
        if into_obs:
            for column in table.columns:
                data.obs[column] = table[column].to_numpy()
    return table


def _read(path: Path) -> pd.DataFrame:
    """Only empty fields are lacking: a label or a cell called NA has that name."""
    names = pd.read_csv(path, nrows=0).columns
    types = {name: "float64" if is_number(name) else "str" for name in names}
    table = pd.read_csv(path, dtype=types, keep_default_na=False, na_values=[""])
    return table.assign(cell_id=table["cell_id"].fillna("")).set_index("cell_id")


def _run(words: list[str]) -> None:
    ended = subprocess.run([*command_line.command(), *words], stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if ended.returncode != 0:
        lines = ended.stderr.strip().splitlines() or [f"The command line ended with status {ended.returncode}."]
        raise AnnotationError(lines[-1].removeprefix("phenolens: "))
