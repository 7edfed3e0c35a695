import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { throttled } from "../../../../web/src/app/ui/throttle";

// The clock is the test's own: how busy the machine is changes nothing.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("many wishes at once are few runs, never two at a time, and the last wish is heard", async () => {
  let runs = 0;
  let inside = 0;
  let heard = 0;
  let wish = 0;
  const run = throttled(async () => {
    expect(++inside).toBe(1);
    heard = wish;
    runs++;
    await pause(5);
    inside--;
  }, 20);
  while (wish < 30) {
    wish++;
    run();
    await vi.advanceTimersByTimeAsync(2);
  }
  await vi.advanceTimersByTimeAsync(120);
  expect(heard).toBe(30);
  // One at once, one each 25 ms of the 60 in which wishes came, one for the last.
  expect(runs).toBe(4);
});

test("a run that fails does not stop the next", async () => {
  let runs = 0;
  const run = throttled(async () => {
    runs++;
    throw new Error("no");
  }, 1);
  run();
  await vi.advanceTimersByTimeAsync(15);
  run();
  await vi.advanceTimersByTimeAsync(15);
  expect(runs).toBe(2);
});
