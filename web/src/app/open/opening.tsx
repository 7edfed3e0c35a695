import { useRef, useState } from "preact/hooks";
import { aboutLink } from "./about-link";
import { openLink } from "./address";
import { given } from "./dropped";
import { takeGiven } from "./given";
import { warmUp } from "../engine-client";

/** The button that asks for a file. */
export function FileButton({ children, primary, label = "AnnData file" }: { children: string; primary?: boolean; label?: string }) {
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
        aria-label={label}
        onChange={onPick}
      />
    </>
  );
}

const HINT = "A file, a record of Zenodo or an article of figshare. For GEO and CELLxGENE it says what to do.";

/** The box for an address, behind a button until it is wanted; it says what can be done with what was typed. */
export function LinkBox() {
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState("");
  if (!isOpen)
    return (
      <button type="button" class="btn" onClick={() => setOpen(true)}>
        Open a link
      </button>
    );
  const { url, says } = aboutLink(text);
  return (
    <form
      class="linkbox"
      onSubmit={(event) => {
        event.preventDefault();
        if (url) openLink(url);
      }}
    >
      <label>
        <span>Address of a file, or DOI</span>
        <input
          type="text"
          inputMode="url"
          placeholder="https://zenodo.org/records/… or 10.5281/zenodo.…"
          value={text}
          autoFocus
          aria-describedby="about-link"
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="btn primary" disabled={text.trim() !== "" && !url}>
        Open
      </button>
      <small id="about-link" aria-live="polite">
        {says || HINT}
      </small>
    </form>
  );
}
