import { expect, test } from "vitest";
import { parseCommand, UsageError } from "../../web/src/cli/arguments";

test("analyze takes models, labels and groups as often as wanted", () => {
  const words = "analyze a.h5ad --model x --model ./y --labels cell_type --labels tissue=organ --group donor --save-h5ad --out d --lanes 3 --backend wasm --seed 7 --quiet";
  expect(parseCommand(words.split(" "))).toEqual({
    command: "analyze", file: "a.h5ad", models: ["x", "./y"], matrix: undefined, groups: ["donor"], isSaved: true, out: "d", lanes: 3, backend: "wasm", seed: 7, quiet: true,
    labels: [{ head: "cell_type", column: "cell_type" }, { head: "tissue", column: "organ" }],
  });
});

test.each([
  ["predict a.h5ad", "There is no command predict."],
  ["inspect", "inspect takes one FILE, but 0 were given."],
  ["inspect a b", "inspect takes one FILE, but 2 were given."],
  ["analyze a.h5ad", "analyze needs --out FOLDER."],
  ["analyze a.h5ad --out d --lanes none", "--lanes takes a whole number from 1 to 64, not none."],
  ["analyze a.h5ad --out d --backend gpu", "--backend takes wasm or webgpu, not gpu."],
  ["analyze a.h5ad --out d --labels cell_type=", "--labels takes COLUMN or HEAD=COLUMN, not cell_type=."],
  ["inspect a --nothing", "--nothing"],
])("wrong usage is refused in words: %s", (line, words) => {
  expect(() => parseCommand(line.split(" "))).toThrow(UsageError);
  expect(() => parseCommand(line.split(" "))).toThrow(words);
});
