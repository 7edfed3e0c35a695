import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { MEANINGS, type Word } from "./words";

const shown = signal<{ text: string; x: number; y: number } | null>(null);

function show(target: HTMLElement, text: string): void {
  const box = target.getBoundingClientRect();
  shown.value = { text, x: Math.min(Math.max(box.left, 8), innerWidth - 296), y: box.bottom + 6 };
}
const hide = () => {
  shown.value = null;
};

/** Words with a meaning a hover or a focus away. */
export function Explained({ text, children }: { text: string; children: ComponentChildren }) {
  const id = useId();
  return (
    <span
      class="term"
      tabIndex={0}
      aria-describedby={id}
      onPointerEnter={(event) => show(event.currentTarget, text)}
      onPointerLeave={hide}
      onFocus={(event) => show(event.currentTarget, text)}
      onBlur={hide}
      onKeyDown={(event) => event.key === "Escape" && hide()}
    >
      {children}
      <span id={id} class="sr">
        {text}
      </span>
    </span>
  );
}

/** A term of the glossary in words.ts. */
export function Term({ word, children }: { word: Word; children: ComponentChildren }) {
  return <Explained text={MEANINGS[word]}>{children}</Explained>;
}

/** Where the one tip that shows is drawn; once per page. */
export function TipLayer() {
  const tip = shown.value;
  if (!tip) return null;
  const isLow = tip.y > innerHeight - 110;
  return (
    <div
      class="tip"
      aria-hidden="true"
      style={{ left: `${tip.x}px`, ...(isLow ? { bottom: `${innerHeight - tip.y + 36}px` } : { top: `${tip.y}px` }) }}
    >
      {tip.text}
    </div>
  );
}
