import type { Annotation } from "../../../contract/annotation";
import { readAnnotation } from "../../../contract/annotation-json";
import { applying } from "./run";

/** Reads an annotation's JSON and applies it to the open file; rejects where it is none. */
export async function loadFile(file: File): Promise<void> {
  await loadAnnotation(readAnnotation(await file.text(), file.name));
}

/** Applies an annotation to the open file. */
export async function loadAnnotation(theirs: Annotation): Promise<void> {
  await applying.start(theirs);
}
