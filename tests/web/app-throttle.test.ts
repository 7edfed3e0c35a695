import { expect, test } from "vitest";
import { throttled } from "../../web/src/app/throttle";

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
  for (wish = 1; wish <= 30; wish++) {
    run();
    await pause(2);
  }
  wish = 30;
  await pause(120);
  expect(heard).toBeGreaterThanOrEqual(29);
  expect(runs).toBeGreaterThan(1);
  expect(runs).toBeLessThan(12);
});

test("a run that fails does not stop the next", async () => {
  let runs = 0;
  const run = throttled(async () => {
    runs++;
    throw new Error("no");
  }, 1);
  run();
  await pause(15);
  run();
  await pause(15);
  expect(runs).toBe(2);
});
