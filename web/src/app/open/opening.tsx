import { useRef, useState } from "preact/hooks";
import { aboutLink } from "./about-link";
import { openLink } from "./address";
import { CELLS } from "./accepted";
import { given } from "./dropped";
import { takeGiven } from "./given";
import { warmUp } from "../engine-client";

/** The button that asks for a file, or for several that are read as one. */
export function FileButton({ children, primary, label = "AnnData file" }: { children: string; primary?: boolean; label?: string }) {
  const input = useRef<HTMLInputElement | null>(null);
  const onPick = () => {
    const files = [...(input.current?.files ?? [])];
    if (files.length > 0) void given(Object.fromEntries(files.map((file) => [file.name, file]))).then(takeGiven);
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
        multiple
        accept={`${CELLS},.json,.pkl,.pickle,.joblib,.onnx`}
        class="sr"
        tabIndex={-1}
        aria-label={label}
        onChange={onPick}
      />
    </>
  );
}

/** The field for an address; it says what can be done with what was typed. */
export function LinkBox() {
  const [text, setText] = useState("");
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
        <span>Or open a link: a file, a DOI, GEO, Zenodo, figshare or CELLxGENE</span>
        <input
          type="text"
          inputMode="url"
          placeholder="https://….h5ad or 10.5281/zenodo.…"
          value={text}
          aria-describedby="about-link"
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="btn" disabled={text.trim() !== "" && !url}>
        Open
      </button>
      <small id="about-link" aria-live="polite">
        {says}
      </small>
    </form>
  );
}
