import type { CallContext, Handlers } from "../../contract/protocol";

/** The same handlers, one call at a time in the order they came; one that fails does not stop the next. */
export function serially<T extends { [N in keyof T]: { request: unknown; reply: unknown; part: unknown } }>(
  handlers: Handlers<T>,
): Handlers<T> {
  let queue: Promise<unknown> = Promise.resolve();
  const wrapped: Record<string, unknown> = {};
  for (const [name, handler] of Object.entries(handlers) as [string, (request: unknown, context: CallContext<unknown>) => unknown][]) {
    wrapped[name] = (request: unknown, context: CallContext<unknown>) => {
      const run = queue.catch(() => {}).then(() => handler(request, context));
      queue = run;
      return run;
    };
  }
  return wrapped as Handlers<T>;
}
