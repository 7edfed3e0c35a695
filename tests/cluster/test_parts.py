import hashlib
import json

import pytest
from phenolens.layout import Place, places
from phenolens.parts import Size, holds, planned, ranges, remember_plan


@pytest.mark.parametrize(
    ("cells", "file_bytes", "size", "parts"),
    [
        (1, 10, Size(50, 100), 1),
        (100, 10, Size(50, 100), 2),
        (101, 10, Size(50, 100), 3),
        (100, 1000, Size(50, 100), 10),
        # No part is without cells, however large the file.
        (3, 1000, Size(50, 100), 3),
    ],
)
def test_every_cell_is_in_one_part_and_none_is_too_large(cells, file_bytes, size, parts):
    found = ranges(cells, file_bytes, size)
    assert len(found) == parts
    assert [cell for first, end in found for cell in range(first, end)] == list(range(cells))
    lengths = [end - first for first, end in found]
    assert max(lengths) <= size.cells and max(lengths) - min(lengths) <= 1


def test_a_part_holds_with_the_very_table_that_was_written(tmp_path):
    def write(table: bytes, **header):
        tables = {"cells": {"sha256": hashlib.sha256(b"table").hexdigest()}}
        said = {"format": "phenolens-part/2", "first": 10, "count": 5, "tables": tables, **header}
        (tmp_path / "part.json").write_text(json.dumps(said))
        (tmp_path / "cells.arrow").write_bytes(table)
        return holds(tmp_path, 10, 15)

    assert not holds(tmp_path, 10, 15)
    assert write(b"table")
    assert not write(b"tablf")
    assert not write(b"table", first=9)
    assert not write(b"table", count=6)
    assert not write(b"table", format="phenolens-part/1")
    (tmp_path / "part.json").write_text('{"format": "phenolens-pa')
    assert not holds(tmp_path, 10, 15)


def test_a_plan_is_of_the_file_as_it_was(tmp_path):
    file = tmp_path / "a.h5ad"
    file.write_text("cells")
    place = Place("a", file, tmp_path / "files", tmp_path / "cells", tmp_path / "work")
    remember_plan(place, 5, [(0, 2), (2, 5)], Size())
    assert planned(place, Size()) == (5, [(0, 2), (2, 5)])
    assert planned(place, Size(cells=2)) is None
    file.write_text("other cells")
    assert planned(place, Size()) is None


def test_files_of_one_name_have_folders_of_their_own(tmp_path):
    files = [tmp_path / "one/a.h5ad", tmp_path / "two/a.h5ad", tmp_path / "b.h5ad"]
    keys = [place.key for place in places(files, tmp_path / "out", type("", (), {"digest": "0" * 64}))]
    assert len(set(keys)) == 3 and keys[2] == "b" and keys[0].startswith("a-")
