import { readFileSync } from "node:fs";
import { join } from "node:path";
import { csvParse, csvParseRows } from "d3-dsv";
import { describe, expect, test, vi } from "vitest";
import type { Coverage } from "../../../../web/src/contract/types";
import { runToEnd } from "../../support/command-line";
import { openReader, scratch } from "../../support/data";
import { hasCore } from "../../support/engine";
import { planted } from "../../support/planted-donors";
import { UNREAD_CELLS, writeUnreadFiles } from "../../support/unread-files";

vi.setConfig({ testTimeout: 120_000 });

const MODELS = ["tiny-random", "linear-atlas"];

describe.skipIf(!hasCore)("several files", () => {
  test("a file that a model does not read has no labels of it, and all that is written says so; parts give the same", async () => {
    const folder = scratch();
    const files = (await writeUnreadFiles(folder)).slice(0, 2);
    const asked = [...files, ...MODELS.flatMap((model) => ["--model", model]), "--lanes", "1"];
    const [out, merged] = [join(folder, "out"), join(folder, "merged")];
    const parts = ["0:30", "30:48"].map((cells) => ({ cells, out: join(folder, cells.replace(":", "-")) }));
    const ended = await Promise.all([
      runToEnd(["analyze", ...asked, "--table", "--report", "--save-h5ad", "--out", out]),
      ...parts.map((part) => runToEnd(["part", ...asked, "--table", "--cells", part.cells, "--out", part.out])),
    ]);
    expect(ended.map(({ status, stderr }) => (status === 0 ? 0 : stderr))).toEqual([0, 0, 0]);
    const said = "Not read by this model: none.h5ad. The file measures only 1 of";
    expect(ended[0]!.stdout + ended[0]!.stderr).toContain(said);
    const read = (name: string, from = out) => readFileSync(join(from, name), "utf8");
    const summary = JSON.parse(read("summary.json")) as { models: { coverage: Coverage }[]; notices: { message: string }[] };
    expect(summary.models.map(({ coverage }) => coverage.unread!.map(({ file }) => file))).toEqual([["none.h5ad"], ["none.h5ad"]]);
    expect(summary.notices.map(({ message }) => message).join("\n")).toContain(said);
    expect(read("report.html")).toContain(said);
    expect(read("report.html")).toMatch(/<caption>Samples: 1 of [\d,]+ genes are measured in every file/);
    const samples = Array.from({ length: 2 * UNREAD_CELLS }, (_, cell) => (cell < UNREAD_CELLS ? "both" : "none"));
    const annotated = await openReader(join(out, "annotated.h5ad"));
    const column = await annotated.column("sample");
    expect("codes" in column && [...column.codes].map((code) => column.categories[code])).toEqual(samples);
    annotated.close();
    for (const model of MODELS) {
      const [heading, ...lines] = csvParseRows(read(`${model}/cells.csv`));
      const predicted = heading!.flatMap((name, i) => (/^(cell_type|tissue|training)/.test(name) ? [i] : []));
      expect(lines.map((line) => line[heading!.indexOf("sample")])).toEqual(samples);
      lines.forEach((line, cell) => expect(predicted.every((i) => line[i] === "")).toBe(cell >= UNREAD_CELLS));
    }
    expect(
      csvParse(read("table.csv"))
        .slice(UNREAD_CELLS)
        .every((row) => row["tiny-random_cell_type_known"] === ""),
    ).toBe(true);
    expect((await runToEnd(["merge", ...parts.map((part) => part.out), "--out", merged, "--quiet"])).stderr).not.toContain("bad-");
    for (const name of [...MODELS.map((model) => `${model}/cells.csv`), "table.csv"])
      expect(read(name, merged) === read(name), name).toBe(true);
  });

  test("a name that is no file's ends the command, where a file that cannot be used is left out", async () => {
    const folder = scratch();
    const path = join(folder, "planted.h5ad");
    await planted(path);
    const { status, stderr } = await runToEnd(["inspect", path, join(folder, "plantd.h5ad")]);
    expect(status).toBe(1);
    expect(stderr).toContain(`bad-input: There is no file ${join(folder, "plantd.h5ad")}.`);
  });
});
