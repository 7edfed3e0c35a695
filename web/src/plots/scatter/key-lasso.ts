import type { Size } from "./camera";

/** What the frame acts on: part of a GestureTarget. */
interface Framed {
  size(): Size;
  isLasso(): boolean;
  lassoing(path: readonly number[]): void;
  lassoed(path: readonly number[]): void;
}

/** Pixels that a key moves or sizes the frame by, and the least it measures. */
const STEP = 16;
const LEAST = 16;
/** The frame's first share of the map, each way. */
const FIRST = 0.4;

const ARROWS: Record<string, [x: number, y: number]> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), Math.max(low, high));

/** The lasso by keys: a frame that arrows move, Shift and arrows size, Enter takes and Escape lets go. */
export class KeyLasso {
  private frame: { x: number; y: number; width: number; height: number } | null = null;

  constructor(private readonly target: Framed) {}

  /** Whether the key was the frame's; where the lasso is off, none is. */
  take({ key, shiftKey }: Pick<KeyboardEvent, "key" | "shiftKey">): boolean {
    if (!this.target.isLasso()) return this.drop();
    if (key === "Escape") {
      this.drop();
      // Whoever switched the lasso on hears of it too.
      return false;
    }
    const arrow = ARROWS[key];
    const isTaken = key === "Enter" || key === " ";
    if (!arrow && !isTaken) return false;
    const { width, height } = this.target.size();
    const isNew = this.frame === null;
    const frame = (this.frame ??= {
      x: (width * (1 - FIRST)) / 2,
      y: (height * (1 - FIRST)) / 2,
      width: width * FIRST,
      height: height * FIRST,
    });
    if (isTaken && !isNew) {
      const path = this.path();
      this.drop();
      this.target.lassoed(path);
      return true;
    }
    // The first key shows where the frame is.
    if (arrow && !isNew) {
      const [dx, dy] = arrow;
      if (shiftKey) {
        frame.width = clamp(frame.width + dx, LEAST, width - frame.x);
        frame.height = clamp(frame.height + dy, LEAST, height - frame.y);
      } else {
        frame.x = clamp(frame.x + dx, 0, width - frame.width);
        frame.y = clamp(frame.y + dy, 0, height - frame.height);
      }
    }
    this.target.lassoing(this.path());
    return true;
  }

  private path(): number[] {
    const { x, y, width, height } = this.frame!;
    return [x, y, x + width, y, x + width, y + height, x, y + height];
  }

  private drop(): false {
    if (this.frame) this.target.lassoing([]);
    this.frame = null;
    return false;
  }
}
