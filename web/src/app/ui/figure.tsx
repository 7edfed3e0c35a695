import { isValidElement, type ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Table } from "../../exports/table-csv";
import { DARK, LIGHT, type Style } from "../../plots/style";
import { fail } from "../engine-client";
import { isDark } from "../store";
import { drawnFigures, sheetOf, type Drawable } from "./figure-look";
import { Card, CsvButton } from "./parts";

type Plots = typeof import("../../plots/index");
type Draw<T> = (plots: Plots, data: T, style: Style, width: number) => SVGSVGElement;

interface Props<T> {
  title: ComponentChildren;
  lead?: ComponentChildren;
  /** Drawn again when this changes: pass the same object for the same picture. */
  data: T;
  draw: Draw<T>;
  /** File name without ending, when downloaded. */
  name: string;
  /** Its points stand for cells or genes: the sheet offers their size. */
  hasPoints?: boolean;
  table?: () => Table;
  actions?: ComponentChildren;
  /** Beneath the plot, in its card. */
  after?: ComponentChildren;
}

let loaded: Plots | null = null;

function usePlots(): Plots | null {
  const [plots, setPlots] = useState(loaded);
  useEffect(() => {
    if (plots) return;
    import("../../plots/index").then((module) => setPlots(() => (loaded = module)), fail);
  }, [plots]);
  return plots;
}

function useWidth(): [{ current: HTMLDivElement | null }, number] {
  const box = useRef<HTMLDivElement | null>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry.contentRect.width)));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return [box, width];
}

/** The words of what is shown as a title. */
function wordsOf(title: ComponentChildren): string {
  if (Array.isArray(title)) return title.map(wordsOf).join("");
  if (isValidElement(title)) return wordsOf((title.props as { children?: ComponentChildren }).children);
  return typeof title === "string" || typeof title === "number" ? String(title) : "";
}

/** A plot in a card, with its sheet for files and its table. What goes into a file is drawn for paper. */
export function Figure<T>({ title, lead, data, draw, name, hasPoints, table, actions, after }: Props<T>) {
  const plots = usePlots();
  const [box, width] = useWidth();
  const dark = isDark.value;
  const words = wordsOf(title);
  const drawable: Drawable = {
    name,
    title: words,
    draw: (all, style, wide) => draw(all, data, style, wide),
    ...(hasPoints ? { hasPoints } : {}),
  };
  useEffect(() => {
    if (!plots || !width || !box.current) return;
    box.current.replaceChildren(draw(plots, data, dark ? DARK : LIGHT, width));
    drawnFigures.set(name, drawable);
  }, [plots, width, dark, data]);

  const buttons = (
    <>
      {actions}
      {plots && (
        <button
          type="button"
          class="tool"
          aria-haspopup="dialog"
          aria-label={`Figure: ${words}`}
          title="Save this plot as SVG, PNG or PDF"
          onClick={() => {
            sheetOf.value = drawable;
          }}
        >
          Figure
        </button>
      )}
      {table && <CsvButton table={table} name={name} />}
    </>
  );
  return (
    <Card title={title} lead={lead} actions={buttons}>
      <div class="plot" ref={box} />
      {after}
    </Card>
  );
}
