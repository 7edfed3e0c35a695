import { useRef, useState } from "preact/hooks";
import { openLink } from "./address";
import { given } from "./dropped";
import { takeGiven } from "./given";
import { warmUp } from "../engine-client";

/** The button that asks for a file. */
export function FileButton({ children, primary }: { children: string; primary?: boolean }) {
  const input = useRef<HTMLInputElement | null>(null);
  const onPick = () => {
    const file = input.current?.files?.[0];
    if (file) void given({ [file.name]: file }).then(takeGiven);
    if (input.current) input.current.value = "";
  };
  const ask = () => {
    warmUp();
    input.current?.click();
  };
  return (
    <>
      <button type="button" class={primary ? "btn primary" : "btn"} onClick={ask}>
        {children}
      </button>
      <input
        ref={input}
        type="file"
        accept=".h5ad,.h5,.hdf5,.gz,.json,.zip,.pkl,.pickle,.joblib"
        class="sr"
        tabIndex={-1}
        aria-label="AnnData file"
        onChange={onPick}
      />
    </>
  );
}

/** The box for a URL, behind a button until it is wanted. */
export function LinkBox() {
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState("");
  if (!isOpen)
    return (
      <button type="button" class="btn" onClick={() => setOpen(true)}>
        Open a link
      </button>
    );
  return (
    <form
      class="linkbox"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) openLink(text.trim());
      }}
    >
      <input
        type="text"
        inputMode="url"
        aria-label="URL of an .h5ad file"
        placeholder="https://…/file.h5ad"
        value={text}
        autoFocus
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit" class="btn primary">
        Open
      </button>
    </form>
  );
}
