import { AnalysisError, type ErrorCode } from "../../../contract/errors";

/** Thrown inside the reader: why a pickle was left; who opened the file adds its name. */
export class PickleFailure extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message);
  }
}

export function damaged(what: string): never {
  throw new PickleFailure("bad-file", `is damaged: ${what}. Download it again`);
}

export function unsupported(what: string): never {
  throw new PickleFailure("unsupported", what);
}

/** Runs a reader; what it throws becomes one sentence that names the file. */
export async function named<T>(name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    if (cause instanceof PickleFailure) throw new AnalysisError(cause.code, `${name} ${cause.message}.`, { cause });
    throw cause;
  }
}
