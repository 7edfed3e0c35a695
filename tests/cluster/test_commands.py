import pytest
from conftest import files_of, phenolens
from phenolens.driver import Driver
from phenolens.layout import open_folder, places
from phenolens.limits import Limits
from phenolens.parts import Size
from phenolens.progress import Progress
from phenolens.question import Refused, question
from phenolens.report import write_report


def test_compare_by_parts_writes_the_files_of_one_command(client, fixtures, tmp_path):
    words = "--types cell_type --condition donor --donors none --permutations 0 --splits 0".split()
    phenolens("compare", fixtures["csr"], *words, "--out", tmp_path / "one")
    asked = question(words, 1, Limits(), "compare")
    open_folder(tmp_path / "out")
    driver = Driver(client, asked, Size(cells=40), Progress(1, quiet=True))
    (file,) = driver.run(places([fixtures["csr"]], tmp_path / "out", asked))
    summary = write_report(tmp_path / "out", asked, [(file.place, file.done, file.failures)], 1.0)
    assert driver.computed == 2
    assert (summary["command"], summary["cells"], summary["labels"], summary["failures"]) == ("compare", 60, {}, [])
    one, parts = files_of(tmp_path / "one"), files_of(tmp_path / "out/files/csr")
    # It holds the seconds of each step.
    assert one.pop("summary.json").split('"seconds": {')[0] == parts.pop("summary.json").split('"seconds": {')[0]
    assert parts == one


def test_cells_and_folders_are_chosen_here_but_for_the_cells_of_a_group():
    with pytest.raises(Refused, match="--cells cannot be given after --"):
        question(["--cells", "9"], 1, Limits(), "compare")
    words = ["--model", "tiny-random", "--cells", "9"]
    assert question(words, 1, Limits(), "attribute").digest != question(words[:2], 1, Limits(), "attribute").digest
