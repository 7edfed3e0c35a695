import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { svgText, svgToPng } from "../../exports/picture";
import { save, saveText } from "../../exports/save";
import type { Table } from "../../exports/table-csv";
import { DARK, LIGHT, type Style } from "../../plots/style";
import { fail } from "../engine-client";
import { isDark } from "../store";
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

/** A plot in a card, with its download buttons. What is downloaded is drawn for paper. */
export function Figure<T>({ title, lead, data, draw, name, table, actions, after }: Props<T>) {
  const plots = usePlots();
  const [box, width] = useWidth();
  const dark = isDark.value;
  useEffect(() => {
    if (!plots || !width || !box.current) return;
    box.current.replaceChildren(draw(plots, data, dark ? DARK : LIGHT, width));
  }, [plots, width, dark, data]);

  const onPaper = () => draw(plots!, data, LIGHT, Math.max(width, 420));
  const toPng = () => svgToPng(onPaper(), LIGHT.card).then((blob) => save(blob, `${name}.png`), fail);
  const buttons = (
    <>
      {actions}
      {plots && (
        <button type="button" class="tool" onClick={() => saveText(svgText(onPaper(), LIGHT.card), `${name}.svg`, "image/svg+xml")}>
          SVG
        </button>
      )}
      {plots && (
        <button type="button" class="tool" onClick={toPng}>
          PNG
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
