import { isOver } from "./drops";

/** Shown while files are dragged over the page. */
export function DropLayer() {
  if (!isOver.value) return null;
  return (
    <div class="dropping" aria-hidden="true">
      <b>Drop to open</b>
      <span>The file stays on this computer.</span>
    </div>
  );
}
