"""Writes the tables beside it: names that only mouse genes have, and the Ensembl ids of ribosomal proteins' genes.

    python wasm/core/genes/tables/make_tables.py FOLDER

FOLDER holds HGNC's complete set (hgnc_complete_set.txt.gz, CC0) and GENCODE's genes of man and mouse as id, name, ..., type
(genes_homo_sapiens.csv.gz, genes_mus_musculus.csv.gz, GENCODEv44_Gene_id2name.csv; free of restrictions).
"""

import csv
import gzip
import re
import sys
from pathlib import Path

SOURCE = Path(sys.argv[1])
TARGET = Path(__file__).parent
#: Names that patterns in the code know: clones, predicted genes, and families numbered without end.
PATTERNS = re.compile(r"^(GM\d+.*|.*RIK\d?|OLFR\d+.*|OR\d+.*|VMN\dR.*|ENSMUS.*|[A-Z]{1,3}\d{5,}.*|H2-.*|ZFP\d+.*|MT-.*)$")


def rows(name: str):
    path = SOURCE / name
    opened = gzip.open(path, "rt") if path.suffix == ".gz" else open(path)
    with opened as file:
        yield from csv.reader(file)


def human_names() -> set[str]:
    """Symbols, earlier symbols and aliases of man, in capitals."""
    names = set()
    with gzip.open(SOURCE / "hgnc_complete_set.txt.gz", "rt") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            names.add(row["symbol"])
            for column in ("alias_symbol", "prev_symbol"):
                names.update(row[column].split("|"))
    for row in rows("genes_homo_sapiens.csv.gz"):
        names.add(row[1])
    for row in rows("GENCODEv44_Gene_id2name.csv"):
        names.update(row)
    return {name.upper() for name in names}


def wrapped(words: list[str], write) -> str:
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) > 130:
            lines.append(line.rstrip())
            line = ""
        line += write(word)
    return "\n".join(filter(None, [*lines, line.rstrip()])) + "\n"


def main() -> None:
    mouse = [row for row in rows("genes_mus_musculus.csv.gz") if row[4] == "protein_coding"]
    human = [row for row in rows("genes_homo_sapiens.csv.gz") if row[4] == "protein_coding"]
    known = human_names()
    only = sorted({row[1].upper() for row in mouse if row[1][1:] and row[1].upper() not in known and not PATTERNS.match(row[1].upper())})
    head = "// Written by make_tables.py; do not edit.\n"
    (TARGET / "mouse_only_names.inc").write_text(head + wrapped(only, lambda word: f'"{word}", '))

    def ids(genes, prefix: str) -> list[str]:
        found = {row[0].removeprefix(prefix) for row in genes if re.match(r"rp[sl]", row[1], re.IGNORECASE)}
        return [str(int(one)) for one in sorted(found)]

    for name, genes, prefix in [("human", human, "ENSG"), ("mouse", mouse, "ENSMUSG")]:
        (TARGET / f"{name}_ribosomal_ids.inc").write_text(head + wrapped(ids(genes, prefix), lambda word: f"{word}, "))
    print(len(only), "names,", len(ids(human, "ENSG")), "and", len(ids(mouse, "ENSMUSG")), "ids")


if __name__ == "__main__":
    main()
