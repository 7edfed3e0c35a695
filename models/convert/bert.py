"""Any BERT over ranked gene tokens whose dictionary is a plain table."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np

from models.convert.checkpoint import CheckpointError, State, find, read_json, read_weights
from models.convert.geneformer import class_names, ranked_source
from models.convert.options import Options
from models.convert.ranked import ranked_bert
from models.convert.source import Source

TEXT = {
    "title": "BERT over ranked genes",
    "license": "as its authors state",
    "citation": "as its authors state",
    "trained_on": "As its authors describe.",
}
COLUMNS = ("token", "gene", "median")


def convert_bert(folder: Path, options: Options) -> Source:
    """config.json and weights as `transformers` saves them, and tokens.tsv: token, gene, median.

    The special tokens <cls> and <eos>, where there are any, are rows of the table without a median.
    """
    config = read_json(find(folder, ("config.json",), "the architecture"))
    if config.get("model_type") != "bert":
        raise CheckpointError(f"config.json says the model is a {config.get('model_type')}, not a bert.")
    path = find(folder, ("tokens.tsv",), f"the vocabulary, a table of {', '.join(COLUMNS)}")
    with path.open(encoding="utf-8") as file:
        reader = csv.DictReader(file, delimiter="\t")
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise CheckpointError(f"{path} has the columns {', '.join(reader.fieldnames or ())}, not {', '.join(COLUMNS)}.")
        rows = list(reader)
    special = {row["gene"]: int(row["token"]) for row in rows if row["gene"].startswith("<")}
    genes = [row for row in rows if not row["gene"].startswith("<")]
    if not genes:
        raise CheckpointError(f"{path} lists no gene.")
    try:
        tokens, scale = [int(row["token"]) for row in genes], np.array([float(row["median"]) for row in genes])
    except ValueError as error:
        raise CheckpointError(f"{path} has a token or a median that is no number ({error}).") from error
    state = State(read_weights(folder), "a BERT")
    pool = options.pool or ("cls" if "<cls>" in special else "mean")
    network = ranked_bert(state, config, tokens, special.get("<cls>"), special.get("<eos>"), pool, options.layer)
    names = [row["gene"] for row in genes]
    return ranked_source(TEXT, network, names, scale, {}, class_names(folder, config, network, options), options)
