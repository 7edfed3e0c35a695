/** The words for what can go wrong, shared with the C++ core (wasm/core/base/error.hpp) by a test. */
export const ERROR_CODES = ["bad-file", "bad-input", "unsupported", "model", "memory", "network", "cancelled", "internal"] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** An error a person can act on: a code and one sentence saying what is wrong, where, and what to do. */
export class AnalysisError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "AnalysisError";
    this.code = code;
  }
}

/** What of an error crosses between threads: errors themselves lose their fields when cloned. */
export interface WireError {
  code: ErrorCode;
  message: string;
}

export function toWire(error: unknown): WireError {
  if (error instanceof AnalysisError) return { code: error.code, message: error.message };
  if (error instanceof DOMException && error.name === "AbortError") {
    return { code: "cancelled", message: "Stopped." };
  }
  const message = error instanceof Error ? error.message : String(error);
  if (/out of memory|allocation failed|invalid array (buffer )?length/i.test(message)) {
    return {
      code: "memory",
      message: `This computer ran out of memory for the page (${message}); close other tabs or open a smaller file.`,
    };
  }
  return { code: "internal", message };
}

export function fromWire(wire: WireError): AnalysisError {
  return new AnalysisError(wire.code, wire.message);
}
