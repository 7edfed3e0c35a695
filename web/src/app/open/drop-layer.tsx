import { isOver } from "./drops";

/** What is seen while files are held over the page. */
export function DropLayer() {
  if (!isOver.value) return null;
  return (
    <div class="dropping" aria-hidden="true">
      <b>Drop to open</b>
      <span>It stays on this computer.</span>
    </div>
  );
}
