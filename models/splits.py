"""Which cells may be trained on. The data catalogue's splits, in one place."""

from __future__ import annotations

import numpy as np

# Cell lines are no class: they are asked about as cells that no model knows.
LINES = frozenset(f"sc_mixology_{part}" for part in ("celseq2", "dropseq", "p1", "p2", "p3"))

# Whole data sets that are only ever tested on; the embryo's types are no classes either.
TEST_SOURCES = LINES | {"zheng", "oligodendroglioma", "allen_m1", "zilionis", "yan"}

# Of these, half of the people of each row are only ever tested on; a person's samples stay together.
SEED = 20261130
HALVED = {
    "vangalen": (
        "BM1 BM2 BM3 BM4 BM5".split(),
        "AML1012 AML210A AML314 AML328 AML329 AML371 AML419A AML420B AML475 AML556 AML707B AML870 AML916 AML921A".split(),
    ),
    "colon": (["C102", "C103", "C106", "C107", "C121", "C122", "C123", "C124", "C125", "C126", "C127", "C129", "C130", "C131"],),
}


def person(donor: str) -> str:
    """The person behind a sample's name.

    Examples
    --------
    >>> person("BM5-34p38n"), person("AML328-D0"), person("C121")
    ('BM5', 'AML328', 'C121')
    """
    return donor.split("-")[0]


def halved(source: str) -> frozenset[str]:
    """The people of a halved data set that are only tested on: half of each row, rounded up, drawn by the seed."""
    random = np.random.default_rng(SEED)
    return frozenset(
        str(one) for people in HALVED[source] for one in random.permutation(sorted(people))[: (len(people) + 1) // 2]
    )


# People of trained-on data sets that are only ever tested on.
TEST_DONORS = {
    "kang": frozenset({"lupus_1016", "lupus_1488"}),
    "darmanis": frozenset({"AB_S5", "AB_S8", "FB_S3"}),
    **{source: halved(source) for source in HALVED},
}

# Cells whose donor is not known might be a test donor's.
UNKNOWN_DONOR = "unknown"


def split_of(source: str, donor: str) -> str:
    """`train`, `test`, or `unused` for cells that can be neither.

    Examples
    --------
    >>> split_of("kang", "lupus_1016")
    'test'
    """
    if source in TEST_SOURCES or person(donor) in TEST_DONORS.get(source, ()):
        return "test"
    if source in TEST_DONORS and donor == UNKNOWN_DONOR:
        return "unused"
    return "train"
