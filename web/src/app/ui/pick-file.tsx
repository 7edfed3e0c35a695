import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { fail } from "../engine-client";

/** A button that asks for one file. `label` names the field for those who do not see it; the same file can be picked again. */
export function PickFile({
  label,
  accept,
  look = "btn",
  disabled = false,
  onPick,
  children,
}: {
  label: string;
  accept: string;
  look?: "btn" | "link";
  disabled?: boolean;
  onPick(file: File): Promise<unknown> | void;
  children: ComponentChildren;
}) {
  const input = useRef<HTMLInputElement | null>(null);
  const take = async ({ currentTarget: field }: { currentTarget: HTMLInputElement }) => {
    const [file] = field.files ?? [];
    field.value = "";
    if (file) await onPick(file);
  };
  return (
    <>
      <button type="button" class={look} disabled={disabled} onClick={() => input.current?.click()}>
        {children}
      </button>
      <input
        ref={input}
        type="file"
        class="sr"
        tabIndex={-1}
        aria-label={label}
        accept={accept}
        onChange={(event) => void take(event).catch(fail)}
      />
    </>
  );
}
