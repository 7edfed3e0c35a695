import { AnalysisError } from "../../../contract/errors";
import type { OnnxEnd } from "../../../contract/onnx";
import { fieldsOf, NotProtobuf, numberOf, partsOf, textOf } from "./protobuf";

/** Fields of ONNX's messages (onnx.proto). */
const MODEL = { graph: 7 };
const GRAPH = { initializer: 5, input: 11, output: 12 };
const VALUE = { name: 1, type: 2 };
const TYPE = { tensor: 1 };
const TENSOR = { kind: 1, shape: 2 };
const SHAPE = { dim: 1 };
const DIM = { size: 1 };
const TENSOR_NAME = 8;
const KINDS: Record<number, string> = { 1: "float32", 6: "int32", 7: "int64", 8: "text", 9: "bool", 10: "float16", 11: "float64" };

/** What goes into an ONNX graph and what comes out of it, read from its file alone. Throws AnalysisError(bad-file). */
export function endsOf(name: string, onnx: Uint8Array): { inputs: OnnxEnd[]; outputs: OnnxEnd[] } {
  try {
    const [graph] = partsOf(onnx, MODEL.graph);
    if (!graph) throw new NotProtobuf("it has no graph");
    const [inputs, outputs]: [OnnxEnd[], OnnxEnd[]] = [[], []];
    const constants = new Set<string>();
    for (const { number, value } of fieldsOf(graph)) {
      if (!(value instanceof Uint8Array)) continue;
      if (number === GRAPH.initializer) constants.add(textOf(value, TENSOR_NAME));
      if (number === GRAPH.input) inputs.push(endOf(value));
      if (number === GRAPH.output) outputs.push(endOf(value));
    }
    // Older files list their weights among the inputs.
    return { inputs: inputs.filter((one) => !constants.has(one.name)), outputs };
  } catch (cause) {
    if (!(cause instanceof NotProtobuf)) throw cause;
    throw new AnalysisError("bad-file", `${name} is no ONNX file, or a damaged one (${cause.message}). Download it again.`, { cause });
  }
}

function endOf(value: Uint8Array): OnnxEnd {
  const [type] = partsOf(value, VALUE.type);
  const tensor = type && partsOf(type, TYPE.tensor)[0];
  const shape = tensor && partsOf(tensor, TENSOR.shape)[0];
  return {
    name: textOf(value, VALUE.name),
    kind: tensor ? (KINDS[numberOf(tensor, TENSOR.kind, 0)] ?? "other") : "other",
    shape: shape ? partsOf(shape, SHAPE.dim).map((dim) => (numberOf(dim, DIM.size, 0) > 0 ? numberOf(dim, DIM.size, 0) : null)) : [],
  };
}
