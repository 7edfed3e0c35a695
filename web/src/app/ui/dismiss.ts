import { useLayoutEffect, useRef } from "preact/hooks";

/** Closes on a click elsewhere and on Escape. */
export function useDismiss(isOpen: boolean, close: () => void) {
  const box = useRef<HTMLDivElement | null>(null);
  useLayoutEffect(() => {
    if (!isOpen) return;
    const stop = new AbortController();
    addEventListener(
      "pointerdown",
      (event) => {
        if (!box.current?.contains(event.target as Node)) close();
      },
      stop,
    );
    addEventListener(
      "keydown",
      (event) => {
        if (event.key === "Escape") close();
      },
      stop,
    );
    return () => stop.abort();
  }, [isOpen]);
  return box;
}
