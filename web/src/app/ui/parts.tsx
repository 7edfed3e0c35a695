import type { ComponentChildren } from "preact";
import { saveText } from "../../exports/save";
import { toCsv, type Table } from "../../exports/table-csv";

/** A headline figure with a note beneath it. */
export function Kpi({ label, value, note }: { label: ComponentChildren; value: ComponentChildren; note?: ComponentChildren }) {
  return (
    <div class="kpi">
      <small>{label}</small>
      <b>{value}</b>
      {note !== undefined && <small class="ci">{note}</small>}
    </div>
  );
}

export function Card({
  title,
  actions,
  lead,
  children,
}: {
  title: ComponentChildren;
  actions?: ComponentChildren;
  lead?: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <section class="card">
      <h3>
        <span>{title}</span>
        {actions && <span class="actions">{actions}</span>}
      </h3>
      {lead && <p>{lead}</p>}
      {children}
    </section>
  );
}

export function Note({ kind = "warn", children }: { kind?: "warn" | "good" | "bad"; children: ComponentChildren }) {
  return (
    <div class={`note ${kind}`} role={kind === "bad" ? "alert" : "note"}>
      {children}
    </div>
  );
}

/** Headline and lead of a panel. */
export function Headline({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div>
      <h2 tabIndex={-1}>{title}</h2>
      {children && <p class="lead">{children}</p>}
    </div>
  );
}

/** Downloads a table. */
export function CsvButton({ table, name, title = "CSV" }: { table: () => Table; name: string; title?: string }) {
  return (
    <button type="button" class="tool" onClick={() => saveText(toCsv(table()), `${name}.csv`, "text/csv")}>
      {title}
    </button>
  );
}

export interface Choice {
  value: string;
  title: ComponentChildren;
  disabled?: boolean;
  hint?: string;
}

/** A few choices side by side, one of them on. */
export function Segments({
  name = "",
  label,
  choices,
  value,
  onChoose,
}: {
  name?: string;
  label: string;
  choices: Choice[];
  value: string;
  onChoose(value: string): void;
}) {
  return (
    <div class={`seg ${name}`.trim()} role="group" aria-label={label}>
      {choices.map((choice) => (
        <button
          type="button"
          key={choice.value}
          class={choice.value === value ? "on" : ""}
          aria-pressed={choice.value === value}
          disabled={choice.disabled ?? false}
          title={choice.hint ?? ""}
          onClick={() => onChoose(choice.value)}
        >
          {choice.title}
        </button>
      ))}
    </div>
  );
}

interface ShareBarProps {
  label: string;
  /** On hover; the label unless said. */
  title?: string;
  share: number;
  color?: string;
  children: ComponentChildren;
}

/** A share as a bar behind its label, as on the hover card. */
export function ShareBar({ label, title = label, share, color, children }: ShareBarProps) {
  return (
    <div class="p">
      <span class="t" style={{ "--w": `${Math.round(share * 100)}%` }}>
        <span title={title}>
          {color && <i class="swatch" style={{ background: color }} />}
          {label}
        </span>
      </span>
      <em>{children}</em>
    </div>
  );
}
