import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { runToEnd } from "../../support/command-line";
import { scratch } from "../../support/data";
import { hasCore } from "../../support/engine";
import { planted } from "../../support/planted-donors";

vi.setConfig({ testTimeout: 120_000 });

describe.skipIf(!hasCore)("several files", () => {
  test("a name that is no file's ends the command, where a file that cannot be used is left out", async () => {
    const folder = scratch();
    const path = join(folder, "planted.h5ad");
    await planted(path);
    const { status, stderr } = await runToEnd(["inspect", path, join(folder, "plantd.h5ad")]);
    expect(status).toBe(1);
    expect(stderr).toContain(`bad-input: There is no file ${join(folder, "plantd.h5ad")}.`);
  });
});
