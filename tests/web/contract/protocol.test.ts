import { expect, test, vi } from "vitest";
import { AnalysisError } from "../../../web/src/contract/errors";
import { connect, serve, type Handlers } from "../../../web/src/contract/protocol";
import { serially } from "../../../web/src/engine/base/serially";
import { pairedEndpoints } from "../support/paired-endpoints";

interface Table {
  double: { request: number; reply: number; part: never };
  count: { request: { to: number }; reply: string; part: { at: number; bytes: Uint8Array } };
  refuse: { request: null; reply: never; part: never };
  wait: { request: null; reply: string; part: never };
}

const handlers: Handlers<Table> = {
  double: (value) => 2 * value,
  async count({ to }, { part, progress, signal }) {
    for (let at = 0; at < to; at++) {
      if (signal.aborted) return `stopped at ${at}`;
      part({ at, bytes: new Uint8Array(3).fill(at) });
      progress({ step: "count", done: at + 1, total: to, unit: "cells", rate: 0, secondsLeft: null });
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    return "counted";
  },
  refuse() {
    throw new AnalysisError("bad-file", "X/indptr falls.");
  },
  wait: () => new Promise<string>(() => {}),
};

function start() {
  const line = pairedEndpoints();
  serve<Table>(handlers, line.answerer);
  return { client: connect<Table>(line.caller), ...line };
}

test("a call resolves with its reply", async () => {
  expect(await start().client.call("double", 21)).toBe(42);
});

test("parts and progress arrive in order before the ending", async () => {
  const parts: number[] = [];
  const done: number[] = [];
  const reply = await start().client.call(
    "count",
    { to: 4 },
    { onPart: ({ at, bytes }) => parts.push(at + bytes[2]!), onProgress: (progress) => done.push(progress.done) },
  );
  expect([reply, parts, done]).toEqual(["counted", [0, 2, 4, 6], [1, 2, 3, 4]]);
});

test("an error keeps its code and its sentence", async () => {
  await expect(start().client.call("refuse", null)).rejects.toMatchObject({
    name: "AnalysisError",
    code: "bad-file",
    message: "X/indptr falls.",
  });
});

test("an operation that does not exist is refused", async () => {
  const client = start().client as unknown as { call(name: string, request: unknown): Promise<unknown> };
  await expect(client.call("nothing", null)).rejects.toMatchObject({ code: "internal" });
});

test("aborting reaches the handler, which ends as it sees fit", async () => {
  const abort = new AbortController();
  const reply = start().client.call("count", { to: 1000 }, { signal: abort.signal, onPart: ({ at }) => at === 2 && abort.abort() });
  expect(await reply).toMatch(/^stopped at/);
});

test("a call that is aborted before it starts is never sent", async () => {
  const line = pairedEndpoints();
  const post = vi.spyOn(line.caller, "post");
  const client = connect<Table>(line.caller);
  await expect(client.call("double", 1, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: "cancelled" });
  expect(post).not.toHaveBeenCalled();
});

test("a dead worker rejects every pending call once, and every later one", async () => {
  const { client, die } = start();
  const pending = [client.call("wait", null), client.call("wait", null)];
  die("The worker ran out of memory.");
  for (const call of pending) await expect(call).rejects.toMatchObject({ code: "internal", message: "The worker ran out of memory." });
  await expect(client.call("double", 1)).rejects.toMatchObject({ message: "The worker ran out of memory." });
});

test("terminating rejects what is pending", async () => {
  const { client } = start();
  const pending = client.call("wait", null);
  client.terminate();
  await expect(pending).rejects.toBeInstanceOf(AnalysisError);
});

test("a reply that comes after the ending is ignored", async () => {
  const line = pairedEndpoints();
  const client = connect<Table>(line.caller);
  const call = client.call("double", 1);
  line.answerer.post({ id: 1, kind: "done", reply: 2 }, []);
  line.answerer.post({ id: 1, kind: "failed", error: { code: "internal", message: "again" } }, []);
  expect(await call).toBe(2);
});

test("serial handlers run one at a time, and a failure does not stop the next", async () => {
  const log: string[] = [];
  const wrapped = serially<{ step: { request: string; reply: null; part: never } }>({
    async step(name) {
      log.push(`${name} starts`);
      await new Promise((resolve) => setTimeout(resolve, 3));
      log.push(`${name} ends`);
      if (name === "a") throw new Error("a fails");
      return null;
    },
  });
  const context = { signal: new AbortController().signal, part() {}, progress() {} };
  const [first, second] = await Promise.allSettled([wrapped.step("a", context), wrapped.step("b", context)]);
  expect([first!.status, second!.status]).toEqual(["rejected", "fulfilled"]);
  expect(log).toEqual(["a starts", "a ends", "b starts", "b ends"]);
});
