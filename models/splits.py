"""Which cells may be trained on. The data catalogue's splits, in one place."""

from __future__ import annotations

# Whole data sets that are only ever tested on.
TEST_SOURCES = frozenset({"zheng", "oligodendroglioma", "sc_mixology_dropseq", "allen_m1"})

# Donors of trained-on data sets that are only ever tested on.
TEST_DONORS = {
    "kang": frozenset({"lupus_1016", "lupus_1488"}),
    "darmanis": frozenset({"AB_S5", "AB_S8", "FB_S3"}),
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
    if source in TEST_SOURCES or donor in TEST_DONORS.get(source, ()):
        return "test"
    if source in TEST_DONORS and donor == UNKNOWN_DONOR:
        return "unused"
    return "train"
