import { fromWire, toWire, AnalysisError, type WireError } from "./errors";
import type { AnalysisOperations } from "./operations/analysis";
import type { AnnotationOperations } from "./operations/annotation";
import type { AttributionOperations } from "./operations/attribution";
import type { CompareOperations } from "./operations/compare";
import type { ConsensusOperations } from "./operations/consensus";
import type { DoubletOperations } from "./operations/doublets";
import type { EditOperations } from "./operations/edit";
import type { FileOperations } from "./operations/file";
import type { IntegrateOperations } from "./operations/integrate";
import type { GeneStatesOperations } from "./operations/gene-states";
import type { GeneSetOperations } from "./operations/gene-sets";
import type { GroupsOperations } from "./operations/groups";
import type { DeletionOperations } from "./operations/deletion";
import type { SetAloneOperations } from "./operations/set-alone";
import type { ReferenceOperations } from "./operations/reference";
import type { ResultOperations } from "./operations/results";
import type { GeneRankingOperations } from "./operations/gene-ranking";
import type { SexOperations } from "./operations/sex";
import type { SurveyOperations } from "./operations/survey";
import type { TrainOperations } from "./operations/train";
import type { TrustOperations } from "./operations/trust";
import type { VoteOperations } from "./operations/votes";
import type { Progress } from "./types";

export type { AnalyzePart, LayoutPart } from "./operations/analysis";

/**
 * The table of operations between the page and its engine: name -> request, reply, part. A topic is a file of `operations/`.
 *
 * To add an operation, touch one folder and two tables: say here, in its topic's file, what is asked and answered; where lanes have to do
 * something for it, say in `engine/contract/TOPIC.ts` what they are asked (`LaneOperations`); and write both in `engine/steps/STEP/`:
 * `operations.ts` answers the page, `lane.ts` what is asked of a lane. What is missing does not compile. A new topic also
 * has a line in this
 * table, in `engine/conductor.ts`, and for lanes in `engine/contract/lane-operations.ts` and `engine/lane/handlers.ts`.
 */
export interface Operations
  extends
    FileOperations,
    AnalysisOperations,
    ResultOperations,
    TrustOperations,
    GroupsOperations,
    AnnotationOperations,
    AttributionOperations,
    CompareOperations,
    ConsensusOperations,
    DeletionOperations,
    EditOperations,
    TrainOperations,
    ReferenceOperations,
    GeneSetOperations,
    GeneStatesOperations,
    SetAloneOperations,
    GeneRankingOperations,
    SexOperations,
    SurveyOperations,
    IntegrateOperations,
    DoubletOperations,
    VoteOperations {}

export type OperationName = keyof Operations;
export type Request<N extends OperationName> = Operations[N]["request"];
export type Reply<N extends OperationName> = Operations[N]["reply"];
export type Part<N extends OperationName> = Operations[N]["part"];

/** A table of operations in general; lanes have one of their own. */
export type OperationTable = { [name: string]: { request: unknown; reply: unknown; part: unknown } };

export interface CallContext<P> {
  signal: AbortSignal;
  part(part: P): void;
  progress(progress: Progress): void;
}

export type Handlers<T extends { [N in keyof T]: { request: unknown; reply: unknown; part: unknown } }> = {
  [N in keyof T]: (request: T[N]["request"], context: CallContext<T[N]["part"]>) => Promise<T[N]["reply"]> | T[N]["reply"];
};

export interface CallOptions<P> {
  signal?: AbortSignal;
  onPart?: (part: P) => void;
  onProgress?: (progress: Progress) => void;
}

export interface Client<T extends { [N in keyof T]: { request: unknown; reply: unknown; part: unknown } }> {
  call<N extends keyof T & string>(name: N, request: T[N]["request"], options?: CallOptions<T[N]["part"]>): Promise<T[N]["reply"]>;
  /** Ends the worker; every pending call is rejected. */
  terminate(): void;
}

type ToWorker = { id: number; call: string; request: unknown } | { id: number; cancel: true };
type FromWorker =
  | { id: number; kind: "part"; part: unknown }
  | { id: number; kind: "progress"; progress: Progress }
  | { id: number; kind: "done"; reply: unknown }
  | { id: number; kind: "failed"; error: WireError };

/** The little that browser workers, worker_threads and MessagePorts have in common. */
export interface Endpoint {
  post(message: unknown, transfer: Transferable[]): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called when the other side died or could not start. */
  onDeath(listener: (reason: string) => void): void;
  terminate(): void;
}

/** Array buffers reachable in a message, to be transferred rather than copied. */
export function transferables(value: unknown, found = new Set<ArrayBuffer>()): ArrayBuffer[] {
  if (value instanceof ArrayBuffer) found.add(value);
  else if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
  } else if (Array.isArray(value)) {
    if (typeof value[0] === "object") for (const item of value) transferables(item, found);
  } else if (value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype) {
    for (const item of Object.values(value)) transferables(item, found);
  }
  return [...found];
}

/** The calling side. Exactly one ending per call; a dead worker rejects every pending call. */
export function connect<T extends { [N in keyof T]: { request: unknown; reply: unknown; part: unknown } }>(endpoint: Endpoint): Client<T> {
  interface Pending {
    resolve(value: unknown): void;
    reject(error: unknown): void;
    options: CallOptions<never>;
  }
  const pending = new Map<number, Pending>();
  let nextId = 1;
  let dead: AnalysisError | null = null;

  const die = (reason: string) => {
    dead ??= new AnalysisError("internal", reason);
    for (const call of pending.values()) call.reject(dead);
    pending.clear();
  };
  endpoint.onDeath(die);
  endpoint.onMessage((raw) => {
    const message = raw as FromWorker;
    const call = pending.get(message.id);
    if (!call) return;
    if (message.kind === "part") call.options.onPart?.(message.part as never);
    else if (message.kind === "progress") call.options.onProgress?.(message.progress);
    else {
      pending.delete(message.id);
      if (message.kind === "done") call.resolve(message.reply);
      else call.reject(fromWire(message.error));
    }
  });

  return {
    call(name, request, options = {}) {
      return new Promise((resolve, reject) => {
        if (dead) return reject(dead);
        if (options.signal?.aborted) return reject(new AnalysisError("cancelled", "Stopped before it began."));
        const id = nextId++;
        pending.set(id, { resolve: resolve as (value: unknown) => void, reject, options: options as CallOptions<never> });
        options.signal?.addEventListener("abort", () => pending.has(id) && endpoint.post({ id, cancel: true }, []), { once: true });
        // Requests are cloned, not transferred: the caller keeps what it passed.
        endpoint.post({ id, call: name, request }, []);
      });
    },
    terminate() {
      endpoint.terminate();
      die("The worker was stopped.");
    },
  };
}

/** The answering side: runs a handler per call and reports exactly one ending. */
export function serve<T extends { [N in keyof T]: { request: unknown; reply: unknown; part: unknown } }>(
  handlers: Handlers<T>,
  endpoint: Pick<Endpoint, "post" | "onMessage">,
): void {
  const running = new Map<number, AbortController>();
  const send = (message: FromWorker, payload: unknown) => endpoint.post(message, transferables(payload));
  endpoint.onMessage((raw) => {
    const message = raw as ToWorker;
    if ("cancel" in message) return running.get(message.id)?.abort();
    const { id, call, request } = message;
    const controller = new AbortController();
    running.set(id, controller);
    const context: CallContext<unknown> = {
      signal: controller.signal,
      part: (part) => send({ id, kind: "part", part }, part),
      progress: (progress) => send({ id, kind: "progress", progress }, null),
    };
    const run = async () => {
      const handler = (handlers as Record<string, (request: unknown, context: CallContext<unknown>) => unknown>)[call];
      if (!handler) throw new AnalysisError("internal", `There is no operation named ${call}.`);
      return handler(request, context);
    };
    run()
      .then(
        (reply) => send({ id, kind: "done", reply }, reply),
        (error) => send({ id, kind: "failed", error: toWire(error) }, null),
      )
      .finally(() => running.delete(id));
  });
}
