import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { circlesOf, importsOf, laneLeaks } from "../../../scripts/lib/imports.mjs";
import { scratch } from "../support/data";

/** A folder of sources, by path and text. */
function written(files: Record<string, string>): string {
  const folder = scratch();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

describe("imports", () => {
  test("that come round again are found, types and imports on demand too", () => {
    const graph = importsOf(
      written({
        "a.ts": 'import type { B } from "./deep/b";\nexport type A = B;',
        "deep/b.ts": 'import {\n  c,\n} from "../c";\nexport type B = typeof c;',
        "c.tsx": 'export const c = () => import("./a");',
        "alone.ts": 'import { c } from "./c";\nimport "node:fs";\nexport { c };',
      }),
    );
    expect(graph.get("alone.ts")).toEqual(["c.tsx"]);
    expect(circlesOf(graph)).toEqual([["a.ts", "deep/b.ts", "c.tsx", "a.ts"]]);
    graph.set("c.tsx", []);
    expect(circlesOf(graph)).toEqual([]);
  });

  test("by which a lane would come to the engine's side are found, however far away", () => {
    const step = "engine/steps/one";
    const graph = importsOf(
      written({
        [`${step}/lane.ts`]: 'import "./lane-help";\nimport "../../readers/reader";\nimport "../two/lane";\nimport "./plain";',
        [`${step}/lane-help.ts`]: 'import "../../model/session";',
        [`${step}/plain.ts`]: "",
        "engine/steps/two/lane.ts": "",
        "engine/readers/reader.ts": "",
        "engine/model/session.ts": 'import "./backend";',
        "engine/model/backend.ts": 'import "../pool/job";',
        "engine/pool/job.ts": "",
      }),
    );
    expect(laneLeaks(graph).sort()).toEqual([
      ["engine/model/backend.ts", "engine/pool/job.ts"],
      [`${step}/lane.ts`, `${step}/plain.ts`],
    ]);
  });
});
