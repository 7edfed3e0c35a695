import { expect, test } from "vitest";
import { gathered, listed, openedSamples, type OpenedSample } from "../../../../web/src/app/share/study-files";
import type { FileInfo, Source, StudyFile } from "../../../../web/src/contract/types";

const source = (name: string): StudyFile["source"] => ({ kind: "file", file: new File([], name) });
const open = (file: string, fingerprint: string): OpenedSample => ({ file, sample: file, fingerprint, given: { source: source(file) } });
const nameOf = ({ source: of, sample }: StudyFile) => [of.kind === "file" ? of.file.name : of.kind, sample];

test("files of a session are found by their contents, put in its order and given its names; those missing are named", () => {
  const there = [open("copy of b.h5ad", "2"), open("a.h5ad", "1"), open("a.h5ad", "9")];
  const wanted = [
    { file: "a.h5ad", sample: "healthy", fingerprint: "1", matrix: "layers/counts" },
    { file: "b.h5ad", sample: "ill", fingerprint: "2" },
  ];
  const found = gathered(wanted, there);
  expect(found.files.map(nameOf)).toEqual([
    ["a.h5ad", "healthy"],
    ["copy of b.h5ad", "ill"],
  ]);
  expect(found.files[0]!.matrix).toBe("layers/counts");
  expect(found.missing).toEqual([]);
  expect(gathered([...wanted, { file: "c.h5ad", sample: "c", fingerprint: "3" }], there.slice(0, 1))).toMatchObject({
    missing: ["a.h5ad", "c.h5ad"],
    used: [{ fingerprint: "2" }],
  });
});

test("files of a link are found by their names, each once, and one with an address need not be there", () => {
  const twice = [
    { file: "a.h5ad", sample: "a" },
    { file: "a.h5ad", sample: "a-2" },
  ];
  expect(gathered(twice, [open("a.h5ad", "1")]).missing).toEqual(["a.h5ad"]);
  const placed = gathered([{ file: "far.h5ad", sample: "far", url: "https://example.org/far.h5ad" }], []);
  expect(placed).toMatchObject({ missing: [], files: [{ source: { kind: "url", url: "https://example.org/far.h5ad" }, sample: "far" }] });
});

test("what is open is told by its files, a matrix where it was chosen by hand, an address where there is one", () => {
  const sample = (file: string, place: number, matrixWhy = "It holds counts.") => ({
    file,
    sample: `${file}!`,
    place,
    fingerprint: file,
    matrix: "X",
    matrixWhy,
  });
  const files = [{ source: source("left out") }, { source: { kind: "url", url: "u" } }, { source: source("c") }] as StudyFile[];
  const info = { name: "b + c", fingerprint: "f", study: { samples: [sample("b", 1), sample("c", 2, "Chosen by hand.")] } };
  const found = openedSamples(info as unknown as FileInfo, { kind: "study", files } as Source);
  expect(found).toEqual([
    { file: "b", sample: "b!", fingerprint: "b", given: files[1], url: "u" },
    { file: "c", sample: "c!", fingerprint: "c", given: files[2], matrix: "X" },
  ]);
  expect(listed(["a", "b", "c"])).toBe("a, b and c");
});
