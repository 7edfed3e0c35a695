import type { Progress } from "../contract/types";

const number = (value: number) => Math.round(value).toLocaleString("en");

/** One line for a person. */
export function progressLine({ step, done, total, unit, rate, secondsLeft }: Progress): string {
  const amount =
    unit === "bytes" ? `${(done / 1e6).toFixed(1)} of ${(total / 1e6).toFixed(1)} MB` : `${number(done)} of ${number(total)} cells`;
  const speed = rate > 0 ? `, ${number(rate)} ${unit} a second` : "";
  return `${step}: ${amount}${speed}${secondsLeft ? `, ${Math.ceil(secondsLeft)} s left` : ""}`;
}

/** Shows progress on one line of a terminal, at most ten times a second. */
export function terminalProgress(stream: NodeJS.WriteStream, isQuiet: boolean): { show(progress: Progress): void; clear(): void } {
  if (isQuiet || !stream.isTTY) return { show() {}, clear() {} };
  let last = 0;
  return {
    show(progress) {
      const now = Date.now();
      if (now - last < 100 && progress.done < progress.total) return;
      last = now;
      stream.write(`\r\x1b[2K${progressLine(progress)}`);
    },
    clear: () => void stream.write("\r\x1b[2K"),
  };
}
