import { execFile } from "node:child_process";
import { promisify } from "node:util";

export interface Ended {
  status: number;
  stdout: string;
  stderr: string;
}

/** Runs a bundled command line to its end, whatever that is. */
export async function runToEnd(program: string, words: string[]): Promise<Ended> {
  try {
    return { status: 0, ...(await promisify(execFile)(process.execPath, [program, ...words])) };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { status: code, stdout, stderr };
  }
}
