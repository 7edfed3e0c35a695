import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { fail } from "../engine-client";

interface Props {
  label: string;
  accept: string;
  look?: "btn" | "link";
  disabled?: boolean;
  children: ComponentChildren;
}

/** A button that asks for one file. `label` names the field for those who do not see it; the same file can be picked again. */
export function PickFile({ onPick, ...rest }: Props & { onPick(file: File): Promise<unknown> | void }) {
  return <Picker {...rest} multiple={false} onPick={([file]) => onPick(file!)} />;
}

/** The same for several. */
export function PickFiles(props: Props & { onPick(files: File[]): Promise<unknown> | void }) {
  return <Picker {...props} multiple />;
}

function Picker({
  label,
  accept,
  look = "btn",
  disabled = false,
  multiple,
  onPick,
  children,
}: Props & { multiple: boolean; onPick(files: File[]): Promise<unknown> | void }) {
  const input = useRef<HTMLInputElement | null>(null);
  const take = async ({ currentTarget: field }: { currentTarget: HTMLInputElement }) => {
    const files = [...(field.files ?? [])];
    field.value = "";
    if (files.length > 0) await onPick(files);
  };
  return (
    <>
      <button type="button" class={look} disabled={disabled} onClick={() => input.current?.click()}>
        {children}
      </button>
      <input
        ref={input}
        type="file"
        multiple={multiple}
        class="sr"
        tabIndex={-1}
        aria-label={label}
        accept={accept}
        onChange={(event) => void take(event).catch(fail)}
      />
    </>
  );
}
