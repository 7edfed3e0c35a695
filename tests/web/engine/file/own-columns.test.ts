import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../../../../scripts/lib/run.mjs";
import { hasCore, useEngine } from "../../support/engine";

const DEMO = join(root, "web/public/demo/demo.h5ad");
const { open } = useEngine();

describe.skipIf(!hasCore)("columns made on the page", () => {
  test("are listed beside the file's, read like them by the steps, and taken back", async () => {
    const engine = await open(DEMO);
    const type = await engine.call("column", { name: "cell_type" });
    if (type.kind === "number") throw new Error("The demo's cell types are labels.");
    const codes = type.codes.map((code) => (code < 0 ? -1 : code % 2));
    const mine = { name: "annotation", kind: "category" as const, codes, categories: ["even", "odd"] };
    const listed = await engine.call("setColumns", { columns: [mine] });
    expect(listed.at(-1)).toEqual({ name: "annotation", kind: "category", categories: 2 });
    expect(listed.map(({ name }) => name)).toContain("cell_type");

    const first = await engine.call("column", { name: "annotation" });
    // As when it is posted to the page: its bytes are given away.
    structuredClone(first, { transfer: [(first as typeof mine).codes.buffer as ArrayBuffer] });
    expect(await engine.call("column", { name: "annotation" })).toEqual(mine);

    const violin = await engine.call("geneViolin", {
      matrix: "X",
      mask: null,
      lanes: 1,
      gene: "CD79A",
      by: { kind: "column", column: "annotation" },
      bins: 8,
    });
    const sizes = [0, 1].map((code) => codes.reduce((sum, one) => sum + Number(one === code), 0));
    expect(violin.groups.map(({ name, cells }) => [name, cells])).toEqual([
      ["even", sizes[0]],
      ["odd", sizes[1]],
    ]);

    const refused = (column: typeof mine) => expect(engine.call("setColumns", { columns: [column] })).rejects;
    await refused({ ...mine, name: "cell_type" }).toThrow("has a column cell_type already");
    await refused({ ...mine, codes: codes.slice(1) }).toThrow(/annotation is of \d+ cells/);
    expect((await engine.call("setColumns", { columns: [] })).some(({ name }) => name === "annotation")).toBe(false);
    await expect(engine.call("column", { name: "annotation" })).rejects.toThrow();
  });
});
