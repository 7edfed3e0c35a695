/** The words for what can go wrong, shared with the C++ core (wasm/core/base/error.hpp) by a test. */
export declare const ERROR_CODES: readonly ["bad-file", "bad-input", "unsupported", "model", "memory", "network", "cancelled", "internal"];
export type ErrorCode = (typeof ERROR_CODES)[number];
/** An error a person can act on: a code and one sentence saying what is wrong, where, and what to do. */
export declare class AnalysisError extends Error {
    readonly code: ErrorCode;
    constructor(code: ErrorCode, message: string, options?: {
        cause?: unknown;
    });
}
/** What of an error crosses between threads: errors themselves lose their fields when cloned. */
export interface WireError {
    code: ErrorCode;
    message: string;
}
export declare function toWire(error: unknown): WireError;
export declare function fromWire(wire: WireError): AnalysisError;
