import type { AnalysisOperations } from "./operations/analysis";
import type { AttributionOperations } from "./operations/attribution";
import type { EditOperations } from "./operations/edit";
import type { FileOperations } from "./operations/file";
import type { GeneContextOperations } from "./operations/gene-context";
import type { GeneSetOperations } from "./operations/gene-sets";
import type { RestrictedOperations } from "./operations/restricted";
import type { ResultOperations } from "./operations/results";
import type { SelectionOperations } from "./operations/selection";
import type { SurveyOperations } from "./operations/survey";
import type { TrainOperations } from "./operations/train";
import type { TrustOperations } from "./operations/trust";
import type { Progress } from "./types";
export type { AnalyzePart, LayoutPart } from "./operations/analysis";
/** The one table of operations between the page and its engine: name -> request, reply, part. A topic, a file. */
export interface Operations extends FileOperations, AnalysisOperations, ResultOperations, TrustOperations, AttributionOperations, EditOperations, TrainOperations, GeneSetOperations, GeneContextOperations, RestrictedOperations, SelectionOperations, SurveyOperations {
}
export type OperationName = keyof Operations;
export type Request<N extends OperationName> = Operations[N]["request"];
export type Reply<N extends OperationName> = Operations[N]["reply"];
export type Part<N extends OperationName> = Operations[N]["part"];
/** A table of operations in general; lanes have one of their own. */
export type OperationTable = {
    [name: string]: {
        request: unknown;
        reply: unknown;
        part: unknown;
    };
};
export interface CallContext<P> {
    signal: AbortSignal;
    part(part: P): void;
    progress(progress: Progress): void;
}
export type Handlers<T extends {
    [N in keyof T]: {
        request: unknown;
        reply: unknown;
        part: unknown;
    };
}> = {
    [N in keyof T]: (request: T[N]["request"], context: CallContext<T[N]["part"]>) => Promise<T[N]["reply"]> | T[N]["reply"];
};
export interface CallOptions<P> {
    signal?: AbortSignal;
    onPart?: (part: P) => void;
    onProgress?: (progress: Progress) => void;
}
export interface Client<T extends {
    [N in keyof T]: {
        request: unknown;
        reply: unknown;
        part: unknown;
    };
}> {
    call<N extends keyof T & string>(name: N, request: T[N]["request"], options?: CallOptions<T[N]["part"]>): Promise<T[N]["reply"]>;
    /** Ends the worker; every pending call is rejected. */
    terminate(): void;
}
/** The little that browser workers, worker_threads and MessagePorts have in common. */
export interface Endpoint {
    post(message: unknown, transfer: Transferable[]): void;
    onMessage(listener: (message: unknown) => void): void;
    /** Called when the other side died or could not start. */
    onDeath(listener: (reason: string) => void): void;
    terminate(): void;
}
/** Array buffers reachable in a message, to be transferred rather than copied. */
export declare function transferables(value: unknown, found?: Set<ArrayBuffer>): ArrayBuffer[];
/** The calling side. Exactly one ending per call; a dead worker rejects every pending call. */
export declare function connect<T extends {
    [N in keyof T]: {
        request: unknown;
        reply: unknown;
        part: unknown;
    };
}>(endpoint: Endpoint): Client<T>;
/** The answering side: runs a handler per call and reports exactly one ending. */
export declare function serve<T extends {
    [N in keyof T]: {
        request: unknown;
        reply: unknown;
        part: unknown;
    };
}>(handlers: Handlers<T>, endpoint: Pick<Endpoint, "post" | "onMessage">): void;
