import { strToU8, zipSync, gzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { AnalysisError } from "../../../../../web/src/contract/errors";
import { expand } from "../../../../../web/src/engine/formats/archive/expand";
import { findSamples } from "../../../../../web/src/engine/formats/find-samples";
import { gathered } from "../../../../../web/src/engine/formats/named-bytes";
import { textBytes } from "../../../support/imported";
import { tarOf } from "../../../support/tar";

const TRIO = {
  "a_matrix.mtx": "%%MatrixMarket matrix coordinate integer general\n2 3 3\n1 1 5\n2 2 1\n1 3 2\n",
  "a_barcodes.tsv": "AAAC\nAAAG\nAAAT\n",
  "a_genes.tsv": "ENSG1\tCD3E\nENSG2\tACTB\n",
};
const packed = (files: Record<string, string | Uint8Array>) =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [name, typeof text === "string" ? strToU8(text) : text]));
const texts = async (bytes: Uint8Array, name: string) => {
  const { files } = await expand([textBytes(name, bytes, 61)]);
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file.name, new TextDecoder().decode(await gathered(file.chunks()))] as const)),
  );
};

describe("the files of an archive are read as they would be beside it", () => {
  const wanted = (name: string) => Object.fromEntries(Object.entries(TRIO).map(([path, text]) => [`${name}/run/${path}`, text]));
  const inRun = Object.fromEntries(Object.entries(TRIO).map(([path, text]) => [`run/${path}`, text]));
  test.each([
    ["x.zip", zipSync(packed(inRun))],
    ["stored.zip", zipSync(packed(inRun), { level: 0 })],
    ["x.tar", tarOf(inRun)],
    ["x.tar.gz", gzipSync(tarOf(inRun))],
    ["x.tgz", gzipSync(tarOf(inRun))],
  ])("%s", async (name, bytes) => {
    expect(await texts(bytes, name)).toEqual(wanted(name));
  });

  test("packed within, in an archive within, by long names, and with what is no data beside", async () => {
    const long = `${"deep/".repeat(40)}a_genes.tsv`;
    const inner = gzipSync(tarOf({ [long]: TRIO["a_genes.tsv"], "../../etc/._x": "no" }));
    const outer = tarOf({ "GSM1.tar.gz": inner, "b.csv.gz": gzipSync(strToU8("gene,a\nx,1\n")), "__MACOSX/x": "no" });
    expect(await texts(outer, "RAW.tar")).toEqual({
      [`RAW.tar/GSM1.tar.gz/${long}`]: TRIO["a_genes.tsv"],
      "RAW.tar/b.csv.gz": "gene,a\nx,1\n",
    });
  });

  test("samples are told apart by their prefixes; models stay whole; a store that is not of AnnData is told", async () => {
    const second = Object.fromEntries(Object.entries(TRIO).map(([name, text]) => [name.replace("a_", "b_"), text]));
    const { samples, left } = await findSamples([
      textBytes("GSE1_RAW.tar", tarOf({ ...TRIO, ...second, "README.txt": "two words\nof it\n" })),
    ]);
    expect(samples.map(({ name }) => name)).toEqual(["a", "b"]);
    expect(left.map(({ name }) => name)).toEqual(["GSE1_RAW.tar/README.txt"]);
    const model = textBytes("model.zip", zipSync(packed({ "m/manifest.json": "{}" })));
    const store = textBytes("a.zarr.zip", zipSync(packed({ ".zgroup": "{}" })));
    expect(await findSamples([model])).toMatchObject({ models: [{ name: "model.zip" }], samples: [], plain: [] });
    await expect(findSamples([store])).rejects.toThrow(/^a\.zarr\.zip is a zarr store, but not one of AnnData/);
  });
});

test("damaged archives are refused in a sentence, and mutated ones never hang or give other errors", async () => {
  await expect(texts(zipSync(packed(TRIO)).subarray(0, 200), "x.zip")).rejects.toThrow(/^x\.zip is damaged: it has no directory/);
  await expect(texts(tarOf(TRIO).subarray(0, 700), "x.tar")).rejects.toThrow(/^x\.tar is damaged: .* cut off/);
  // One whose directory says less than a file unpacks to.
  const bomb = zipSync(packed({ "a.csv": "0".repeat(5000) }));
  const directory = new DataView(bomb.buffer, bomb.byteOffset).getUint32(bomb.length - 6, true);
  new DataView(bomb.buffer, bomb.byteOffset).setUint32(directory + 24, 10, true);
  await expect(texts(bomb, "x.zip")).rejects.toThrow(/a\.csv holds more than the 10 bytes/);
  let seed = 7;
  const random = (below: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) % below;
  const runs = Number(process.env.PHENOLENS_FUZZ ?? 300);
  for (const [name, whole] of [
    ["x.zip", zipSync(packed(TRIO))],
    ["x.tar", tarOf(TRIO)],
    ["x.tar.gz", gzipSync(tarOf(TRIO))],
  ] as const) {
    for (let run = 0; run < runs / 3; run++) {
      const bytes = Uint8Array.from(run % 7 === 0 ? whole.subarray(0, random(whole.length)) : whole);
      for (let i = 0; i < 1 + (run % 4) && bytes.length > 0; i++) bytes[random(bytes.length)] = random(256);
      await texts(bytes, name).catch((error) => expect(error).toBeInstanceOf(AnalysisError));
    }
  }
});
