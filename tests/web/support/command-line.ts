import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { BUNDLE } from "./bundle";

/** The bundled command line. */
export const PROGRAM = join(BUNDLE, "phenolens.mjs");

export interface Ended {
  status: number;
  stdout: string;
  stderr: string;
}

/** Runs the command line to its end, whatever that is. */
export async function runToEnd(words: string[]): Promise<Ended> {
  try {
    return { status: 0, ...(await promisify(execFile)(process.execPath, [PROGRAM, ...words])) };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { status: code, stdout, stderr };
  }
}
