"""Writes the page's table of ontology terms from releases of Cell Ontology, Uberon and Mondo: ``python -m models.is_a``.

The releases are read from the package ``cellxgene-ontology-guide`` (pip install cellxgene-ontology-guide==1.11.1 zstandard; MIT, the
ontologies themselves CC BY 4.0 and CC BY 3.0), which is not among requirements.txt for its 98 MB. Of its relations the nearest ones are
kept: ``is_a``, and ``part_of`` for anatomy. All of Cell Ontology goes in, since a user's own model may have any of its terms as class; of
Uberon and Mondo what lies below or above a class of the released models, and of Uberon the organs that CELLxGENE groups tissues by.
"""

import csv
import importlib.resources
import io
import json
from pathlib import Path

HERE = Path(__file__).parent
TARGET = HERE.parent / "web/public/ontology/terms.tsv"
PACKAGE = "cellxgene_ontology_guide"
RELEASES = {"CL": "v2026-03-26", "UBERON": "v2026-04-01", "MONDO": "v2026-05-05"}

#: Names that files use and no release has as a synonym.
ALSO = {
    "CL:0000988": ["blood cell"],
    "CL:0000738": ["immune cell", "white blood cell"],
    "CL:0000842": ["mononuclear cell", "pbmc"],
    "CL:0000542": ["lymphoid cell"],
    "CL:0000945": ["B lineage"],
    "CL:0000451": ["DC"],
    "CL:0000125": ["glia"],
    "CL:0000187": ["myocyte"],
    "CL:0000322": ["alveolar epithelial cell"],
    "CL:0000746": ["cardiomyocyte"],
    "CL:0001065": ["ILC"],
    "CL:0008001": ["HSPC"],
    "CL:0008024": ["islet cell", "endocrine cell of pancreas"],
    "CL:0011026": ["precursor cell"],
    "CL:0000617": ["inhibitory neuron"],
    "CL:0000679": ["excitatory neuron"],
    "MONDO:0004992": ["tumor", "tumour", "malignancy"],
    "UBERON:0000160": ["gut"],
    "UBERON:0000956": ["cortex"],
    "UBERON:0014892": ["muscle"],
}

HEAD = """# Terms of Cell Ontology {CL}, Uberon {UBERON} and Mondo {MONDO}; made by models/is_a.py.
id\tname\tparents\tother names
"""


def data(name: str) -> bytes:
    return importlib.resources.files(PACKAGE).joinpath("data", name).read_bytes()


def release(ontology: str) -> dict[str, dict]:
    """Term -> its label, synonyms, whether deprecated, and ancestors with their distance."""
    import zstandard

    packed = data(f"{ontology}-ontology-{RELEASES[ontology]}.json.zst")
    terms = json.load(zstandard.ZstdDecompressor().stream_reader(io.BytesIO(packed)))
    return {term: about for term, about in terms.items() if not about["deprecated"]}


def classes_of(ontology: str) -> set[str]:
    with (HERE / "classes.tsv").open() as file:
        return {row["ontology_id"] for row in csv.DictReader(file, delimiter="\t") if row["ontology_id"].startswith(f"{ontology}:")}


def chosen(ontology: str, terms: dict[str, dict], classes: set[str], organs: set[str]) -> set[str]:
    if ontology == "CL":
        return set(terms)
    below = {term for term, about in terms.items() if classes & about["ancestors"].keys()}
    seeds = classes | organs
    return below | seeds | {above for term in seeds for above in terms[term]["ancestors"] if above in terms}


def rows(ontology: str) -> list[str]:
    terms, classes = release(ontology), classes_of(ontology)
    if missing := classes - terms.keys():
        raise ValueError(f"Classes not in {ontology} {RELEASES[ontology]}: {sorted(missing)}.")
    organs = set(json.loads(data("tissue_general_list.json"))) & terms.keys() if ontology == "UBERON" else set()
    kept, out = chosen(ontology, terms, classes, organs), []
    for term in sorted(kept):
        about = terms[term]
        parents = sorted(one for one, distance in about["ancestors"].items() if distance == 1 and one in kept)
        # Of Uberon's thousands of parts of an organ the names are enough; their synonyms would double the table.
        synonyms = about.get("synonyms", []) if ontology != "UBERON" or term in classes | organs else []
        names = [name for name in dict.fromkeys([*ALSO.get(term, []), *synonyms]) if name != about["label"]]
        out.append("\t".join([term, about["label"], "|".join(parents), "|".join(names)]).rstrip("\t"))
    return out


def main() -> None:
    lines = [line for ontology in RELEASES for line in rows(ontology)]
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(HEAD.format(**RELEASES) + "\n".join(lines) + "\n")
    print(f"{len(lines)} terms, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
