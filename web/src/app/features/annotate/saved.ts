import type { Annotation } from "../../../contract/annotation";
import { call } from "../../engine-client";
import * as state from "../../store";

/** An annotation as JSON, with what another file of the study is matched by. */
export async function savedAnnotation(annotation: Annotation): Promise<string> {
  const saved = await call("savedAnnotation", { annotation, matrix: state.shownMatrix.value, lanes: 0 });
  return `${JSON.stringify(saved, null, 1)}\n`;
}
