// `npm run trust-table`: right, half right, wrong and nonsense files of the data at hand through the command line, as a table in
// docs/trust.md of what each model got right beside what its lights say without seeing any label. Fails where a light misleads.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { csvParse } from "d3-dsv";
import { main, Refusal, root, run, say } from "./lib/run.mjs";
import { cli } from "./lib/steps.mjs";

const MODELS = ["linear-atlas", "polygene-mini"];
const MARKS = { green: "✓", amber: "!", red: "✕", none: "–" };
const START = "<!-- trust-table: written by `npm run trust-table` -->";
const END = "<!-- /trust-table -->";

/** The files, made anew: name, kind, title and cells of each. */
async function makeFiles(data, folder) {
  const python = process.env.PHENOLENS_PYTHON ?? "python3";
  const { code, output } = await run(python, ["tests/bench/peers/trust_files.py", data, folder], { capture: true, quiet: true });
  if (code !== 0) throw new Refusal(`The files need a Python with anndata (PHENOLENS_PYTHON names one):\n${output}`);
  return JSON.parse(output.trim().split("\n").at(-1));
}

/** A model that was not run, and why. */
const refused = (model, why) => ({
  model,
  right: 0,
  p: NaN,
  checks: [],
  light: "red",
  verdict: `Refused: ${why
    .trim()
    .replace(/^phenolens: [a-z-]+: /, "")
    .replace(/:[^]*/, "")}`,
});

/** One model on one file: share right, mean probability of the first label, and its lights; `refused` where it did not run. */
function readModel(folder, model, accepted) {
  const summary = JSON.parse(readFileSync(join(folder, "summary.json"), "utf8"));
  const told = summary.models.find(({ name }) => name === model);
  const trust = summary.trust.find((one) => one.model === model && one.head === "cell_type");
  if (!trust || !existsSync(join(folder, model, "cells.csv"))) return refused(model, told?.coverage?.reason ?? "no reason was given");
  const cells = csvParse(readFileSync(join(folder, model, "cells.csv"), "utf8"));
  const right = cells.filter(({ cell_type_label: label }, i) => label && accepted[i].split("|").includes(label)).length / cells.length;
  const labelled = cells.filter(({ cell_type_label: label }) => label);
  const p = labelled.reduce((sum, cell) => sum + Number(cell.cell_type_probability), 0) / labelled.length;
  return { model, right, p, checks: trust.checks, light: trust.light, verdict: trust.verdict };
}

/** What a light must not do; a sentence each. */
function faultsOf({ title, kind }, { model, right, light }) {
  const said = `${title}, ${model} (${right.toFixed(2)} right): ${light}`;
  if (kind === "nonsense" && light !== "red") return [`${said}, and nonsense is to be red`];
  if (right < 0.8 && light !== "red" && light !== "amber") return [`${said}, and under .8 is to be amber at least`];
  if (right > 0.95 && light === "red") return [`${said}, and above .95 is not to be red`];
  return [];
}

const share = (value) => (Number.isNaN(value) ? "–" : value === 1 ? "1.00" : value.toFixed(2).replace(/^0/, ""));

/** One cell of the table for all models: once where they have the same. */
const joined = (values) => (new Set(values).size === 1 ? values[0] : values.join(" / "));

function tableOf(files) {
  const titles = [...new Set(files.flatMap(({ found }) => found.flatMap(({ checks }) => checks.map(({ title }) => title))))];
  const columns = ["file", "kind", "cells", "right", "mean p", ...titles, "verdict"];
  const lines = files.map(({ title, kind, cells, found }) => [
    title,
    kind,
    cells,
    joined(found.map(({ right }) => share(right))),
    joined(found.map(({ p }) => share(p))),
    ...titles.map((name) => joined(found.map(({ checks }) => MARKS[checks.find((check) => check.title === name)?.light] ?? ""))),
    joined(found.map(({ verdict }) => verdict)),
  ]);
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const when = new Date().toISOString().slice(0, 10);
  return [
    `Two figures are of ${MODELS.join(" / ")}, one is of both; ${when}.`,
    "✓ no warning, ! use with caution, ✕ do not rely on it, – not measured.",
    "",
    ...[columns, columns.map(() => "---"), ...lines].map(line),
  ].join("\n");
}

await main(async () => {
  const data = resolve(root, process.env.PHENOLENS_DATA ?? "../shared/data");
  if (!existsSync(join(data, "labelled"))) throw new Refusal(`The files are made of real data, and ${data} has none (PHENOLENS_DATA).`);
  await cli();
  const folder = join(root, ".cache/trust-table");
  mkdirSync(folder, { recursive: true });
  const files = [];
  const faults = [];
  for (const file of await makeFiles(data, folder)) {
    const out = join(folder, file.name);
    const models = MODELS.flatMap((model) => ["--model", model]);
    const path = join(folder, `${file.name}.h5ad`);
    const analyze = ["dist-cli/phenolens.mjs", "analyze", path, ...models, "--per-group", "none", "--quiet", "--out", out];
    const { code, output } = await run("node", analyze, { capture: true, quiet: true });
    const found = MODELS.map((model) => (code === 0 ? readModel(out, model, file.accepted) : refused(model, output)));
    files.push({ ...file, found });
    faults.push(...found.flatMap((one) => faultsOf(file, one)));
    say(`${file.title}: ${found.map(({ model, right, light }) => `${model} ${share(right)} ${light}`).join(", ")}`);
  }
  const page = join(root, "docs/trust.md");
  const text = readFileSync(page, "utf8");
  const [before, rest] = text.split(START);
  if (rest === undefined) throw new Refusal(`docs/trust.md has no line ${START}`);
  const after = rest.split(END)[1];
  writeFileSync(page, `${before}${START}\n\n${tableOf(files)}\n\n${END}${after}`);
  for (const fault of faults) say(fault);
  say(faults.length === 0 ? "no light misleads" : `${faults.length} lights mislead`);
  return faults.length === 0 ? 0 : 1;
});
