import { Cursor } from "./cursor";
import { PickleFailure } from "./failure";
import { inflated } from "./inflate";
import { runPickle } from "./machine";
import type { PickleValue } from "./values";

/** Larger files are no linear classifier; all of it is held in memory. */
const MOST_BYTES = 1_000_000_000;

/**
 * The value of a pickle, as data: protocols 0 to 5, joblib's files too.
 * Nothing in it is run: classes are known by name or refused, and become their fields.
 * Throws PickleFailure; `named` adds the file's name.
 */
export async function readPickle(bytes: Uint8Array<ArrayBuffer>): Promise<PickleValue> {
  if (bytes.length > MOST_BYTES)
    throw new PickleFailure("memory", `has ${bytes.length.toLocaleString("en")} bytes, more than the ${MOST_BYTES / 1e9} GB that are read`);
  if (bytes.length === 0) throw new PickleFailure("bad-file", "is empty. Download it again");
  return runPickle(new Cursor(await inflated(bytes)));
}
