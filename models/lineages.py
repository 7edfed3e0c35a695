"""Broad groups of cell types: the first term of the list that a class is or lies below."""

from __future__ import annotations

from models.labels import ClassTerm
from models.ontology import above

# From the narrow to the wide: a plasma cell is a B lineage's, a microglial cell a macrophage's.
GROUPS = {
    "T cell": ("CL:0000084",),
    "NK cell or ILC": ("CL:0000623", "CL:0001065"),
    "B cell": ("CL:0000236", "CL:0000817"),
    "plasma cell": ("CL:0000786",),
    "monocyte": ("CL:0000576",),
    "dendritic cell": ("CL:0000451",),
    "macrophage": ("CL:0000235", "CL:0000129"),
    "granulocyte": ("CL:0000094", "CL:0000097"),
    "megakaryocyte or platelet": ("CL:0000556", "CL:0000233"),
    "blood progenitor": ("CL:0008001",),
    "erythroid cell": ("CL:0000764",),
    "endothelial cell": ("CL:0000115",),
    "epithelial cell": ("CL:0000066", "CL:0000646", "CL:0009010", "CL:0005026", "CL:0000319", "CL:0000164"),
    "neuron": ("CL:0000540",),
    "neural precursor": ("CL:0011020", "CL:0000031"),
    "oligodendrocyte precursor": ("CL:0002453",),
    "glial cell": ("CL:0000125",),
    "muscle cell": ("CL:0000187", "CL:0000188", "CL:0000594"),
    "germ cell": ("CL:0000586", "CL:0000670"),
    "stromal cell": ("CL:0000057", "CL:0000499", "CL:0000669", "CL:0002320"),
}


def group_of(term: ClassTerm) -> str:
    """The broad group of a class, the class itself where none is above it."""
    up = above(term.ontology_id)
    return next((name for name, heads in GROUPS.items() if up & set(heads)), term.label)


def groups(classes: list[ClassTerm]) -> dict[str, tuple[str, ...]]:
    """Group -> its classes, of every group that has two or more."""
    found: dict[str, list[str]] = {}
    for term in classes:
        found.setdefault(group_of(term), []).append(term.label)
    return {name: tuple(labels) for name, labels in found.items() if len(labels) > 1 or name not in labels}
