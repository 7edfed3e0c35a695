import { AnalysisError } from "../../../contract/errors";
import type { OnnxAnswers, OnnxEnd, OnnxQuestion } from "../../../contract/onnx";
import { sha256 } from "../../base/sha256";
import { geneList } from "../celltypist/gene-list";
import { stemOf } from "../made-folder";
import { endsOf } from "./ends";
import { isOnnx } from "./is-onnx";

/** All that is needed to make a folder of an ONNX file, and what of it is still to be said. */
export interface OnnxParts {
  question: OnnxQuestion;
  onnx: Uint8Array<ArrayBuffer>;
  input: OnnxEnd;
  genes: string[] | null;
  classes: string[] | null;
}

/** What one sees of outputs with a value a class, the likeliest first. */
const LIKELY = [/^logits?$/i, /logit/i, /prob/i, /score|decision/i, /^output/i];

/** Looks at an ONNX file, the lists dropped with it and the answers given. Throws AnalysisError where they do not fit each other. */
export async function readOnnx(files: Record<string, Blob>, given: OnnxAnswers = {}): Promise<OnnxParts> {
  const file = onnxOf(files);
  const onnx = new Uint8Array(await files[file]!.arrayBuffer());
  const { inputs, outputs } = endsOf(file, onnx);
  const input = inputOf(file, inputs);
  const lists = {
    genes: await listOf(files, file, given.genes, ".genes", /gene|feature|var/i),
    classes: await listOf(files, file, given.classes, ".classes", /class|label|type/i),
  };
  const genes = lists.genes && geneList(lists.genes.name, lists.genes.text);
  const classes = lists.classes && classList(lists.classes.name, lists.classes.text);
  const width = input.shape[1] ?? null;
  if (genes && width !== null && genes.length !== width)
    refuse(`${lists.genes!.name} names ${many(genes.length)} genes, and ${file} takes ${many(width)} values a cell: give its own list`);
  if (genes) unique(lists.genes!.name, "gene", genes);
  const possible = outputs.filter(({ kind, shape }) => kind === "float32" && (shape.length === 0 || shape.length === 2));
  if (possible.length === 0)
    refuse(`${file} has no output of a value a class (${outputs.map(({ name, kind }) => `${name}: ${kind}`).join(", ") || "none"})`);
  const answers = { ...ofLayout(outputs), ...given };
  const output = answers.output === undefined ? outputOf(possible, classes) : possible.find(({ name }) => name === answers.output);
  if (answers.output !== undefined && !output)
    refuse(`${file} has no output ${answers.output} of a value a class; it has ${possible.map(({ name }) => name).join(", ")}`);
  const size = output?.shape[1] ?? null;
  if (classes && size !== null && classes.length !== size)
    refuse(
      `${lists.classes!.name} names ${many(classes.length)} classes, and ${output!.name} of ${file} has ${many(size)}: give its own list`,
    );
  const question = {
    file,
    sha256: await sha256(onnx),
    width,
    outputs: possible,
    genes: genes?.length ?? null,
    classes: classes?.length ?? null,
    answers: { ...answers, ...(output ? { output: output.name } : {}) },
  };
  return { question: { ...question, missing: missingOf(question) }, onnx, input, genes, classes };
}

const many = (count: number) => count.toLocaleString("en");
function refuse(what: string): never {
  throw new AnalysisError("bad-file", `${what}.`);
}

/** The model among the files: the one whose genes lie beside it, or the only one. */
function onnxOf(files: Record<string, Blob>): string {
  const all = Object.keys(files).filter(isOnnx);
  const listed = all.filter((name) => files[name.replace(/\.onnx$/i, ".genes")]);
  const [first] = listed.length === 1 ? listed : all;
  if (first === undefined || (all.length > 1 && listed.length !== 1))
    throw new AnalysisError("model", `There are ${all.length} ONNX files here (${all.slice(0, 3).join(", ")}): add one model at a time.`);
  return first;
}

function inputOf(file: string, inputs: OnnxEnd[]): OnnxEnd {
  const names = inputs.map(({ name, kind }) => `${name}: ${kind}`).join(", ");
  const [input] = inputs;
  if (inputs.length !== 1 || !input)
    refuse(`${file} has ${inputs.length} inputs (${names || "none"}); one, of genes in a stated order, can be read`);
  if (input.kind !== "float32" || (input.shape.length !== 0 && input.shape.length !== 2))
    refuse(`The input of ${file} (${names}) is no table of cells and genes in float32`);
  if (typeof input.shape[0] === "number")
    refuse(`${file} takes exactly ${input.shape[0]} cells at a time: export it with a free first dimension (dynamic_axes)`);
  return input;
}

/** A list beside the file, or given as text: under the file's own name first, then by what its name says. */
async function listOf(
  files: Record<string, Blob>,
  file: string,
  text: string | undefined,
  ending: string,
  says: RegExp,
): Promise<{ name: string; text: string } | null> {
  if (text !== undefined) return { name: `The list given as ${ending}`, text };
  const names = Object.keys(files).filter((name) => name !== file);
  const own = names.find((name) => name === file.replace(/\.onnx$/i, ending));
  const found =
    own ??
    names.find((name) => name.toLowerCase().endsWith(ending)) ??
    names.find((name) => /\.(txt|csv|tsv)$/i.test(name) && says.test(stemOf(name)));
  return found === undefined ? null : { name: found, text: await files[found]!.text() };
}

function classList(name: string, text: string): string[] {
  const classes = text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .map((line) => line.trim().replace(/^"(.*)"$/, "$1"));
  while (classes.at(-1) === "") classes.pop();
  if (classes.length < 2) refuse(`${name} names ${classes.length} class, where two at least are needed`);
  if (classes.includes("")) refuse(`${name} has a line without a class (${classes.indexOf("") + 1})`);
  unique(name, "class", classes);
  return classes;
}

function unique(list: string, what: string, names: string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) refuse(`${list} names the ${what} ${name.slice(0, 40)} twice`);
    seen.add(name);
  }
}

/** SIMS-Web's graphs scale a cell to length 1 themselves and pick the top three classes: they are given the file's counts. */
function ofLayout(outputs: OnnxEnd[]): OnnxAnswers {
  const names = new Set(outputs.map(({ name }) => name));
  return ["logits", "topk_indices", "probs"].every((name) => names.has(name)) ? { values: "counts", output: "logits" } : {};
}

function outputOf(possible: OnnxEnd[], classes: string[] | null): OnnxEnd | undefined {
  const fitting = possible.filter(({ shape }) => classes === null || (shape[1] ?? classes.length) === classes.length);
  if (fitting.length === 1) return fitting[0];
  for (const pattern of LIKELY) {
    const found = fitting.filter(({ name }) => pattern.test(name));
    if (found.length === 1) return found[0];
  }
  return undefined;
}

function missingOf({ file, width, outputs, genes, classes, answers }: Omit<OnnxQuestion, "missing">): string {
  const own = stemOf(file);
  const parts = [
    ...(genes === null
      ? [`the ${width === null ? "" : `${many(width)} `}genes it reads (${own}.genes, one a line in the model's order)`]
      : []),
    ...(classes === null ? [`its classes (${own}.classes, one a line in the output's order)`] : []),
    ...(answers.output === undefined ? [`which output has a value a class (${outputs.map(({ name }) => name).join(", ")})`] : []),
    ...(answers.values === undefined ? ["which values it reads (counts, log1p-counts or log1p)"] : []),
  ];
  if (parts.length === 0) return "";
  const last = parts.pop()!;
  return `${file} does not say ${parts.length > 0 ? `${parts.join(", ")} and ` : ""}${last}.`;
}
