import { damaged, unsupported } from "./failure";
import { bytesOf } from "./numbers";
import { bufferArray, emptyArray, scalarOf, setArray, setType, typeOf } from "./numpy";
import { NdArray, PickleClass, PickleObject, PickleType, type PickleDict, type PickleValue } from "./values";

/** Instances are made without a word of theirs: a classifier's class called, or `__new__`. */
const MADE = new Set(
  (
    "LogisticRegression SGDClassifier StandardScaler Log Hinge SquaredHinge ModifiedHuber CyHalfBinomialLoss " +
    "csr_matrix csr_array csc_matrix csc_array NumpyArrayWrapper Model"
  ).split(" "),
);

/** What Python would get from calling a known function or class: the data, and nothing is called. */
export function reduced(callable: PickleValue, given: PickleValue): PickleValue {
  if (!(callable instanceof PickleClass) || !Array.isArray(given)) damaged("it calls what is no function");
  switch (callable.name) {
    case "_reconstruct":
      return emptyArray();
    case "_frombuffer":
      return bufferArray(given);
    case "scalar":
      return scalarOf(given);
    case "dtype":
      return typeOf(given[0]);
    case "encode":
      return encoded(given);
    case "bytearray":
      return given.length === 0 ? new Uint8Array() : given[0] instanceof Uint8Array ? given[0] : encoded(given);
    case "_reconstructor":
      return instanceOf(given[0]);
    case "set":
    case "frozenset":
    case "list":
    case "tuple":
      return Array.isArray(given[0]) ? given[0] : [];
    case "dict":
    case "OrderedDict":
      return orderedDict(given[0]);
    default:
      return instanceOf(callable);
  }
}

/** `cls.__new__(cls, *args)`. */
export function instanceOf(of: PickleValue | undefined): PickleValue {
  if (!(of instanceof PickleClass)) damaged("it makes an instance of what is no class");
  if (of.name === "ndarray" || of.name === "matrix") return emptyArray();
  if (of.name === "OrderedDict" || of.name === "dict") return new Map();
  if (!MADE.has(of.name)) unsupported(`makes an instance of ${of}, which this reader does not know`);
  return new PickleObject(of);
}

/** BUILD: what `__setstate__` would take in. */
export function setState(target: PickleValue, state: PickleValue): void {
  if (target instanceof NdArray) setArray(target, state);
  else if (target instanceof PickleType) setType(target, state);
  else if (target instanceof PickleObject) setFields(target, state);
  else damaged("it gives a state to what has none");
}

function setFields(target: PickleObject, state: PickleValue): void {
  // (fields, slots) of classes that have both; Cython's losses have none.
  const parts = Array.isArray(state) ? state : [state];
  for (const part of parts) {
    if (part === null) continue;
    if (!(part instanceof Map)) damaged(`the state of a ${target.of.name} is not a dict`);
    for (const [name, value] of part) target.fields.set(name, value);
  }
}

function encoded([text, encoding]: PickleValue[]): Uint8Array {
  if (typeof text !== "string" || (encoding !== "latin1" && encoding !== "latin-1"))
    damaged("bytes in it are stored in a way that Python does not use");
  return bytesOf(text);
}

function orderedDict(pairs: PickleValue | undefined): PickleDict {
  if (pairs instanceof Map) return pairs;
  const dict: PickleDict = new Map();
  for (const pair of Array.isArray(pairs) ? pairs : []) {
    if (!Array.isArray(pair) || pair.length !== 2) damaged("an ordered dict in it is not made of pairs");
    dict.set(pair[0]!, pair[1]!);
  }
  return dict;
}
