import type { Endpoint } from "../../../web/src/contract/protocol";

/** Two ends of a line within one thread; messages are cloned and arrive later, as between workers. */
export function pairedEndpoints(): { caller: Endpoint; answerer: Endpoint; die(reason: string): void } {
  const deaths: ((reason: string) => void)[] = [];
  const listeners: [((message: unknown) => void)[], ((message: unknown) => void)[]] = [[], []];
  const end = (mine: 0 | 1): Endpoint => ({
    post(message, transfer) {
      const copy = structuredClone(message, { transfer: transfer as ArrayBuffer[] });
      setTimeout(() => listeners[1 - mine]!.forEach((listener) => listener(copy)));
    },
    onMessage: (listener) => void listeners[mine].push(listener),
    onDeath: (listener) => void deaths.push(listener),
    terminate() {},
  });
  return { caller: end(0), answerer: end(1), die: (reason) => deaths.forEach((listener) => listener(reason)) };
}
