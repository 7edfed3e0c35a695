import { useSignal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { BASE_DPI, pixelsOf, pngFile, svgFile, type FigureFile } from "../../exports/figure-file";
import { save, saveText } from "../../exports/save";
import { count } from "../../plots/format";
import { fail } from "../engine-client";
import { chooseFigure, figureChoices, LIMITS, sheetOf, type Drawable, type FigureChoices } from "./figure-look";
import { madeFigure } from "./figure-made";
import { Segments } from "./parts";

/** Widths of journals' columns, mm. */
const COLUMNS = [
  { width: 85, title: "1 column" },
  { width: 114, title: "1½" },
  { width: 174, title: "2 columns" },
] as const;
/** Smaller text is refused by most journals. */
const LEAST_POINTS = 5;

function NumberField({
  label,
  unit,
  value,
  limits,
  onValue,
}: {
  label: string;
  unit: string;
  value: number;
  limits: readonly [number, number];
  onValue(value: number): void;
}) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="number"
        min={limits[0]}
        max={limits[1]}
        step="any"
        value={value}
        onChange={(event) => {
          const asked = Number(event.currentTarget.value);
          onValue(Number.isFinite(asked) && asked > 0 ? Math.min(Math.max(asked, limits[0]), limits[1]) : value);
        }}
      />
      <span>{unit}</span>
    </label>
  );
}

/** In another unit the figure keeps its size: a pixel is 1/96 inch. */
function inUnit(unit: "mm" | "px", now: FigureChoices): Partial<FigureChoices> {
  if (unit === now.unit) return {};
  const { width, font } = LIMITS[unit];
  const clamp = (value: number, [low, high]: readonly [number, number]) => Math.min(Math.max(value, low), high);
  return unit === "px"
    ? { unit, width: clamp(Math.round((now.width / 25.4) * 96), width), font: clamp(Math.round((now.font * 96) / 72), font) }
    : { unit, width: clamp(Math.round((now.width / 96) * 25.4), width), font: clamp(Math.round((now.font * 72) / 96), font) };
}

function Controls({ figure, title, onTitle }: { figure: Drawable; title: string; onTitle(title: string): void }) {
  const now = figureChoices.value;
  const limits = LIMITS[now.unit];
  return (
    <div class="look">
      <div class="row">
        <NumberField label="Width" unit="" value={now.width} limits={limits.width} onValue={(width) => chooseFigure({ width })} />
        <Segments
          label="Unit"
          value={now.unit}
          onChoose={(unit) => chooseFigure(inUnit(unit as "mm" | "px", now))}
          choices={[
            { value: "mm", title: "mm" },
            { value: "px", title: "px" },
          ]}
        />
      </div>
      {now.unit === "mm" && (
        <Segments
          label="Column width"
          value={String(now.width)}
          onChoose={(width) => chooseFigure({ width: Number(width) })}
          choices={COLUMNS.map(({ width, title: words }) => ({ value: String(width), title: words, hint: `${width} mm` }))}
        />
      )}
      <NumberField
        label="Text size"
        unit={now.unit === "mm" ? "pt" : "px"}
        value={now.font}
        limits={limits.font}
        onValue={(font) => chooseFigure({ font })}
      />
      <label class="radio">
        <input type="checkbox" checked={now.hasTitle} onChange={(event) => chooseFigure({ hasTitle: event.currentTarget.checked })} />
        <span>Title</span>
      </label>
      {now.hasTitle && (
        <input
          type="text"
          aria-label="Title of the figure"
          placeholder="no title"
          value={title}
          onInput={(event) => onTitle(event.currentTarget.value)}
        />
      )}
      <Segments
        label="Legend"
        value={figure.hasNames || now.legend !== "names" ? now.legend : "full"}
        onChoose={(legend) => chooseFigure({ legend: legend as FigureChoices["legend"] })}
        choices={[
          { value: "full", title: "Legend" },
          ...(figure.hasNames ? [{ value: "names", title: "Names on clusters" }] : []),
          { value: "none", title: "No legend" },
        ]}
      />
      {figure.hasPoints && (
        <label class="field">
          <span>Points</span>
          <input
            type="range"
            min="0.5"
            max="2.5"
            step="0.1"
            value={now.point}
            onInput={(event) => chooseFigure({ point: Number(event.currentTarget.value) })}
          />
          <span>{now.point.toFixed(1)}×</span>
        </label>
      )}
      <Segments
        label="Background"
        value={now.isTransparent ? "none" : "white"}
        onChoose={(ground) => chooseFigure({ isTransparent: ground === "none" })}
        choices={[
          { value: "white", title: "White" },
          { value: "none", title: "Transparent" },
        ]}
      />
      <Segments
        label="PNG scale"
        value={String(now.scale)}
        onChoose={(scale) => chooseFigure({ scale: Number(scale) })}
        choices={[1, 2, 3, 4].map((scale) => ({ value: String(scale), title: `${scale}×` }))}
      />
    </div>
  );
}

/** What the files will be. */
function Sizes({ made }: { made: FigureFile }) {
  const now = figureChoices.value;
  const size = (value: number) => (now.unit === "mm" ? value.toFixed(0) : count(Math.round(value)));
  const pixels = pixelsOf(now);
  const isSmaller = made.font < now.font * 0.97;
  const text = `${Number(made.font.toFixed(1))} ${now.unit === "mm" ? "pt" : "px"}`;
  return (
    <p class={isSmaller || (now.unit === "mm" && made.font < LEAST_POINTS) ? "warned" : ""} role="status">
      {size(made.width)} × {size(made.height)} {now.unit}; PNG {count(pixels)} × {count(Math.round((pixels * made.height) / made.width))} px
      {now.unit === "mm" ? ` (${count(BASE_DPI * now.scale)} dpi)` : ""}.
      {isSmaller
        ? ` The plot needs more room: its text is ${text}. Make it wider.`
        : now.unit === "mm" && made.font < LEAST_POINTS
          ? ` Most journals ask for text of at least ${LEAST_POINTS} pt.`
          : ""}
    </p>
  );
}

function Sheet({ figure }: { figure: Drawable }) {
  const dialog = useRef<HTMLDialogElement | null>(null);
  const preview = useRef<HTMLDivElement | null>(null);
  const title = useSignal(figure.title);
  const busy = useSignal(false);
  const [made, setMade] = useState<FigureFile | null>(null);
  const now = figureChoices.value;
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  useEffect(() => {
    try {
      const file = madeFigure(figure, now, title.value.trim());
      const shown = file.svg.cloneNode(true) as SVGSVGElement;
      for (const side of ["width", "height"]) shown.removeAttribute(side);
      preview.current?.replaceChildren(shown);
      setMade(file);
    } catch (error) {
      fail(error);
    }
  }, [figure, now, title.value]);
  const close = () => {
    sheetOf.value = null;
  };
  const run = async (work: (file: FigureFile) => Promise<void> | void) => {
    if (!made || busy.value) return;
    busy.value = true;
    try {
      await work(made);
    } catch (error) {
      fail(error);
    }
    busy.value = false;
  };
  return (
    <dialog
      ref={dialog}
      class="figure-sheet"
      aria-labelledby="figure-sheet-title"
      onClose={close}
      onClick={(event) => {
        if (event.target === dialog.current) close();
      }}
    >
      <div class="head">
        <h2 id="figure-sheet-title">Figure</h2>
        <button type="button" class="btn" onClick={close}>
          Close
        </button>
      </div>
      <div class="body">
        <div
          class={now.isTransparent ? "preview checkered" : "preview"}
          ref={preview}
          // It scrolls where the figure is wider than the window.
          tabIndex={0}
          role="region"
          aria-label="Preview of the figure"
        />
        <div>
          <Controls
            figure={figure}
            title={title.value}
            onTitle={(words) => {
              title.value = words;
            }}
          />
          {made && <Sizes made={made} />}
          <div class="files">
            <button
              type="button"
              class="btn"
              disabled={!made}
              onClick={() => void run((file) => saveText(svgFile(file), `${figure.name}.svg`, "image/svg+xml"))}
            >
              SVG
            </button>
            <button
              type="button"
              class="btn"
              disabled={!made}
              onClick={() => void run(async (file) => save(await pngFile(file, now), `${figure.name}.png`))}
            >
              PNG
            </button>
            <button
              type="button"
              class="btn"
              disabled={!made}
              onClick={() =>
                void run(async (file) => {
                  const { pdfFile } = await import("../../exports/pdf-file");
                  save(await pdfFile(file, now), `${figure.name}.pdf`);
                })
              }
            >
              {busy.value ? "writing…" : "PDF"}
            </button>
          </div>
        </div>
      </div>
    </dialog>
  );
}

/** The sheet of a figure: how it is to look in a file, with the file before one's eyes. */
export function FigureSheet() {
  const figure = sheetOf.value;
  return figure && <Sheet key={figure.name} figure={figure} />;
}
