import { PickleFailure, unsupported } from "../pickle/failure";
import { numbersOf, stringsOf } from "../pickle/numpy";
import { denseOf, isSparse } from "../pickle/sparse";
import { NdArray, PickleObject, type PickleValue } from "../pickle/values";

/** A linear classifier with one logistic a class, as CellTypist keeps it: all that predicting takes. */
export interface Classifier {
  classes: string[];
  genes: string[];
  /** Row-major classes x genes. */
  coef: Float64Array;
  intercept: Float64Array;
  /** Of single precision: what is stored loses nothing as float32. */
  isSingle: boolean;
  /** Subtracted, then divided by; null for models trained without a scaler. */
  scaler: { mean: Float64Array; scale: Float64Array } | null;
  description: Record<string, string>;
}

/** Beyond these, zero aside, a weight is no weight: bytes read in the wrong order give such numbers. */
const LARGEST = 1e9;
const SMALLEST = 1e-100;
const isPlausible = (weight: number) => weight === 0 || (Math.abs(weight) < LARGEST && Math.abs(weight) > SMALLEST);

/** The classifier of a pickle; `genes` are those of a table beside it, for models that name none. Throws PickleFailure. */
export function classifierOf(value: PickleValue, genes?: string[]): Classifier {
  const { model, scaler, description } = partsOf(value);
  const classes = texts(model, "classes_");
  if (classes.length < 2) refuse(`knows ${classes.length} class, where two at least are needed`);
  const twice = classes.findIndex((label, i) => classes.indexOf(label) < i);
  if (twice >= 0) refuse(`names the class '${classes[twice]}' twice`);
  if (classes.includes("")) refuse("has a class without a name");
  const weights = matrix(model, classes.length);
  const names = genesOf(model, weights.genes, genes);
  const found = {
    classes,
    genes: names,
    ...oneForEach(weights, numbers(model, "intercept_", weights.rows), classes.length),
    isSingle: weights.isSingle,
    scaler: scaler && scalerOf(scaler, names.length),
    description,
  };
  if (!found.coef.every(isPlausible) || !found.intercept.every(isPlausible))
    refuse("holds weights that are no numbers or beyond all measure; it is damaged. Download it again");
  return found;
}

/** CellTypist's dict or object, or a classifier by itself. */
function partsOf(value: PickleValue): { model: PickleObject; scaler: PickleObject | null; description: Record<string, string> } {
  const part = (...names: string[]) => {
    for (const name of names) {
      const found = value instanceof Map ? value.get(name) : value instanceof PickleObject ? value.get(name) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const isModel = value instanceof PickleObject && value.of.name !== "Model";
  const model = isModel ? value : part("Model", "classifier");
  if (!(model instanceof PickleObject) || !/^(LogisticRegression|SGDClassifier)$/.test(model.of.name)) {
    unsupported(
      "holds no classifier: a CellTypist model is a dict with 'Model' (scikit-learn's LogisticRegression " +
        "or SGDClassifier), 'Scaler_' and 'description'",
    );
  }
  if (value instanceof Map) {
    for (const key of value.keys())
      if (typeof key !== "string" || !["Model", "Scaler_", "description"].includes(key))
        refuse(
          `has a part beside 'Model', 'Scaler_' and 'description', which no CellTypist model has; it is damaged, or of another program`,
        );
  }
  const scaler = isModel ? undefined : part("Scaler_", "scaler");
  if (scaler !== undefined && scaler !== null && !(scaler instanceof PickleObject && scaler.of.name === "StandardScaler"))
    unsupported("holds a scaler that is no StandardScaler, so its genes cannot be scaled as in training");
  const said = isModel ? undefined : part("description");
  const description: Record<string, string> = {};
  if (said instanceof Map)
    for (const [key, text] of said)
      if (typeof key === "string" && (typeof text === "string" || typeof text === "number")) description[key] = String(text).trim();
  return { model, scaler: scaler instanceof PickleObject ? scaler : null, description };
}

function matrix(model: PickleObject, classes: number): { rows: number; genes: number; values: Float64Array; isSingle: boolean } {
  const stored = model.get("coef_");
  const coef = stored !== undefined && isSparse(stored) ? denseOf(stored) : stored;
  if (!(coef instanceof NdArray)) refuse("has no weights (coef_): it was saved before it was trained");
  const [rows, genes] = coef.shape.length === 1 ? [1, coef.shape[0]!] : (coef.shape as [number, number]);
  const due = classes === 2 ? 1 : classes;
  if (rows !== due && rows !== classes)
    refuse(`has weights for ${rows.toLocaleString("en")} classes and names ${classes.toLocaleString("en")}`);
  if (genes === 0) refuse("has weights for no gene");
  return { rows, genes, values: numbersOf(coef), isSingle: coef.type.kind === "f" && coef.type.bytes <= 4 };
}

/** Of two classes one is stored: the first one's decision value is the second's with its sign turned. */
function oneForEach(
  { rows, values }: { rows: number; values: Float64Array },
  intercept: Float64Array,
  classes: number,
): { coef: Float64Array; intercept: Float64Array } {
  if (rows === classes) return { coef: values, intercept };
  const both = (of: Float64Array) => Float64Array.from([...of.map((value) => -value), ...of]);
  return { coef: both(values), intercept: both(intercept) };
}

function genesOf(model: PickleObject, weights: number, beside?: string[]): string[] {
  const named = model.get("features") ?? model.get("feature_names_in_");
  const genes = named instanceof NdArray ? stringsOf(named) : Array.isArray(named) ? named.map(String) : beside;
  const count = weights.toLocaleString("en");
  if (!genes)
    unsupported(
      `names no genes: its ${count} weights a class could be of any. Drop a table of its genes (.csv, one ` +
        "a line, in the model's order) together with it",
    );
  if (genes.length !== weights) {
    const named = genes.length.toLocaleString("en");
    const whose = genes === beside ? "does not fit the table beside it, which names" : "names";
    refuse(`${whose} ${named} genes, and there are weights for ${count}`);
  }
  const seen = new Set<string>();
  for (const gene of genes) {
    if (gene === "" || /[\t\n\r]/.test(gene)) refuse("has a gene without a usable name");
    if (seen.has(gene)) refuse(`names the gene ${gene.slice(0, 40)} twice`);
    seen.add(gene);
  }
  return genes;
}

function scalerOf(scaler: PickleObject, genes: number): { mean: Float64Array; scale: Float64Array } {
  const mean = !flag(scaler, "with_mean") ? new Float64Array(genes) : numbers(scaler, "mean_", genes);
  const scale = !flag(scaler, "with_std") ? new Float64Array(genes).fill(1) : numbers(scaler, "scale_", genes);
  if (scale.some((size) => !(size > 1e-12 && size < LARGEST)) || !mean.every(isPlausible))
    refuse("has a scaler with means or scales that are no positive numbers; it is damaged. Download it again");
  return { mean, scale };
}

function flag(object: PickleObject, field: string): boolean {
  const value = object.get(field) ?? true;
  return typeof value === "boolean" || value === 0 || value === 1
    ? Boolean(value)
    : refuse(`has a ${object.of.name} whose ${field} is neither True nor False`);
}

function numbers(object: PickleObject, field: string, length: number): Float64Array {
  const array = object.get(field);
  if (typeof array === "number" && length === 1) return Float64Array.of(array);
  if (!(array instanceof NdArray)) refuse(`lacks ${field} of its ${object.of.name}`);
  if (array.size !== length)
    refuse(
      `has ${array.size.toLocaleString("en")} numbers in ${field} of its ${object.of.name}, where ${length.toLocaleString("en")} are due`,
    );
  return numbersOf(array);
}

function texts(object: PickleObject, field: string): string[] {
  const array = object.get(field);
  if (!(array instanceof NdArray) || array.shape.length !== 1) refuse(`names no classes (${field})`);
  if (array.size >= 65_535) refuse(`names ${array.size.toLocaleString("en")} classes; at most 65,534 are read`);
  return stringsOf(array);
}

function refuse(what: string): never {
  throw new PickleFailure("bad-file", what);
}
