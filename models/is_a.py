"""Writes the page's `is_a` table from ontology.tsv: ``python -m models.is_a``.

``ontology.tsv`` holds the terms of Cell Ontology, Uberon and Mondo that are classes of the released models, and the broader terms above
them that files use as labels. It was written down by hand after the ontologies, keeping of their relations those among these terms
(``part_of`` too for tissues); regenerate it from their releases when one is at hand.
"""

import csv
import json
from pathlib import Path

HERE = Path(__file__).parent
TARGET = HERE.parent / "web/src/engine/trust/is-a-table.ts"
#: Ontologies whose terms must all be in the table if any class has them as id.
COVERED = ("CL",)

HEAD = """/** Made by models/is_a.py from models/ontology.tsv; not to be edited. Term -> its name, its parents and other names. */
export const IS_A: Record<string, readonly [name: string, parents: readonly string[], also: readonly string[]]> = {
"""


def terms() -> dict[str, dict[str, str]]:
    with (HERE / "ontology.tsv").open() as file:
        return {row["id"]: row for row in csv.DictReader(file, delimiter="\t")}


def listed(text: str | None) -> list[str]:
    return [one for one in (text or "").split("|") if one]


def check(table: dict[str, dict[str, str]]) -> None:
    """Every parent is a term, nothing is its own ancestor, every class is there under its own name."""
    for term in table:
        seen, above = set(), listed(table[term]["is_a"])
        while above:
            parent = above.pop()
            if parent not in table:
                raise ValueError(f"{term} has a parent {parent} that is not in ontology.tsv.")
            if parent == term:
                raise ValueError(f"{term} is its own ancestor.")
            if parent not in seen:
                seen.add(parent)
                above += listed(table[parent]["is_a"])
    with (HERE / "classes.tsv").open() as file:
        for row in csv.DictReader(file, delimiter="\t"):
            term = row["ontology_id"]
            if term.split(":")[0] in COVERED and term not in table:
                raise ValueError(f"Class {row['label']} ({term}) is not in ontology.tsv.")
            if term in table and table[term]["name"] != row["label"]:
                raise ValueError(f"{term} is {row['label']} among the classes but {table[term]['name']} in ontology.tsv.")


def main() -> None:
    table = terms()
    check(table)
    lines = [f"  {json.dumps(term)}: {json.dumps([row['name'], listed(row['is_a']), listed(row['also'])], ensure_ascii=False)},\n" for term, row in sorted(table.items())]
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(HEAD + "".join(lines) + "};\n")


if __name__ == "__main__":
    main()
