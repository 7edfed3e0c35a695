import { expect, test } from "vitest";
import type { Reader } from "../../../../../web/src/engine/readers/reader";
import { OpenReaders } from "../../../../../web/src/engine/readers/study/open-readers";

function counted() {
  let open = 0;
  let most = 0;
  const opened: number[] = [];
  const readers = new OpenReaders(async (file) => {
    opened.push(file);
    most = Math.max(most, ++open);
    return { name: String(file), close: () => void open-- } as unknown as Reader;
  });
  return { readers, opened, open: () => open, most: () => most };
}

test("however many files there are, few are open; one that is read again soon is still open", async () => {
  const { readers, opened, open, most } = counted();
  for (let file = 0; file < 20; file++) for (const _ of [1, 2]) expect(await readers.use(file, ({ name }) => name)).toBe(String(file));
  expect(opened).toHaveLength(20);
  expect(most()).toBeLessThanOrEqual(4);
  readers.close();
  await new Promise((resolve) => setTimeout(resolve));
  expect(open()).toBe(0);
});

test("a file that is being read is not closed under the reader", async () => {
  const { readers, open } = counted();
  let release = () => {};
  const reading = readers.use(0, (reader) => new Promise<string>((resolve) => (release = () => resolve(reader.name))));
  for (let file = 1; file < 10; file++) await readers.use(file, () => null);
  expect(open()).toBeLessThanOrEqual(4);
  release();
  expect(await reading).toBe("0");
});

test("a file that could not be opened is tried again", async () => {
  let tries = 0;
  const readers = new OpenReaders(async () => {
    if (++tries === 1) throw new Error("gone");
    return { name: "a", close() {} } as unknown as Reader;
  });
  await expect(readers.use(0, () => null)).rejects.toThrow("gone");
  expect(await readers.use(0, ({ name }) => name)).toBe("a");
});
