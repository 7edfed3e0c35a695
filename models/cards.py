"""The words of the released models: what they learned from, what they are for, where they fail."""

from __future__ import annotations

TRAINED_ON = (
    "Real cells with counts: 10x Genomics PBMC (3k, with types; frozen donor A, tissue only; CC BY 4.0), Kang et al. "
    "GSE96583 (blood of six lupus donors, control and IFN-beta), Darmanis et al. GSE67835 (nine donors of cortex and "
    "hippocampus), van Galen et al. GSE116256 (marrow, half of 19 people with and without leukaemia), a 10x study of colon "
    "cancer (epithelium, half of 14 people), Segerstolpe et al. (pancreas, 2,000 genes), Pollen et al. (fetal cortex), "
    "biopsies of an anaplastic thyroid and a triple-negative breast carcinoma without cell labels: about 17,200 cells, "
    "nine in ten of them blood or marrow. Simulated cells, drawn around 2,189 profiles: the Human Cell Landscape's "
    "clusters, CellProfileLibrary (Danaher et al. 2022, CC BY 4.0: adult and fetal tissues), the Primary Cell Atlas as "
    "RCA holds it, numbat's types, bulk tissues of GTEx v8, the Human Protein Atlas and Fadista et al. GSE50244."
)
INTENDED_USE = (
    "A first look at human single-cell data in the browser: cell types, tissue of origin, and how sure the "
    "model is. For exploration and teaching, not for diagnosis."
)
LIMITS = (
    "Only human cells, and only the classes listed: a type it does not know is called the nearest one it does, or found "
    "unlike all training cells. 111 of its 146 cell types are known from profiles alone or from one source (models/classes.tsv "
    "says which): such a type may not be recognised in real cells, as most oligodendrocyte precursors are not. No cell line, "
    "embryo or tumour is a class: malignant cells get the name of the nearest normal type. CD4 and CD8 T cells are often "
    "confused, subtypes of dendritic cells and of islets too. The tissue head sees most tissues as profiles only. "
    "Temperatures are those of studies left out of a fit, whose labels were made from clusters of expression: against "
    "labels made otherwise the model is surer than it should be."
)
CITATION = "Phenolens 0.2.0 (MIT). Please cite the studies it learned from, named in the model card."

TEXTS = {
    "linear-atlas": {
        "name": "linear-atlas",
        "title": "Linear atlas",
        "method": (
            "Normal scores of within-cell ranks over the genes a file measures (after Souza and Mehta, arXiv "
            "2602.16696), genes ranked by analysis of variance, leading components, balanced softmax regression; all "
            "of it folds into one affine map per phenotype, so every answer is an exact sum over genes."
        ),
    },
    "projection-atlas": {
        "name": "projection-atlas",
        "title": "Projection atlas",
        "method": (
            "Normal scores of within-cell ranks written as a sum of class profiles by least squares (scTOP, "
            "Yampolskaya et al., Development 2023): the coefficients are the answer. Nothing is tuned but the "
            "temperature. A plain second opinion to the linear atlas, of lower accuracy; the page does not run it "
            "unasked."
        ),
    },
    "polygene-mini": {
        "name": "polygene-mini",
        "title": "PolyGene mini",
        "method": (
            "A small transformer after PolyGene (Khodaee et al., Nature Computational Science 2025): a token per "
            "phenotype, masked where it is to be predicted, and a token per expressed gene made of the gene and its "
            "value, no positions; trained on masked phenotypes and masked values, and towards the linear atlas's "
            "cell types for the same cells. Our own code and weights, not theirs."
        ),
    },
}


def manifest_text(name: str, version: str) -> dict[str, str]:
    """The manifest's words."""
    return {
        "name": name,
        "title": TEXTS[name]["title"],
        "version": version,
        "license": "MIT",
        "citation": CITATION,
        "trained_on": TRAINED_ON,
        "intended_use": INTENDED_USE,
        "limits": LIMITS,
    }


def model_card(name: str, sections: dict[str, str]) -> str:
    """The README of a model folder."""
    parts = [f"# {TEXTS[name]['title']}", TEXTS[name]["method"]]
    parts += [f"## Trained on\n\n{TRAINED_ON}", f"## For\n\n{INTENDED_USE}", f"## Limits\n\n{LIMITS}"]
    parts += [f"## {title}\n\n{body}" for title, body in sections.items()]
    return "\n\n".join(parts) + "\n"
