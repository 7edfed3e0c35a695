import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { refuse, warmUp } from "../session";
import { openFile } from "./opening";

/** The file meant among those dropped: an AnnData by its ending, else the first. */
function meant(files: readonly File[]): File | undefined {
  return files.find((file) => /\.(h5ad|h5|hdf5)$/i.test(file.name)) ?? files[0];
}

/** Takes files dropped anywhere on the page, at any time. */
export function DropLayer() {
  const isOver = useSignal(false);
  useEffect(() => {
    const stop = new AbortController();
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (!isOver.value) warmUp();
      isOver.value = true;
    };
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      isOver.value = false;
      const file = meant([...(event.dataTransfer?.files ?? [])]);
      if (file) openFile(file);
      else refuse("There was no file in what was dropped.");
    };
    const onLeave = (event: DragEvent) => { if (!event.relatedTarget) isOver.value = false; };
    addEventListener("dragover", onOver, stop);
    addEventListener("drop", onDrop, stop);
    addEventListener("dragleave", onLeave, stop);
    return () => stop.abort();
  }, []);
  if (!isOver.value) return null;
  return <div class="dropping" aria-hidden="true"><b>Drop to open</b><span>It stays on this computer.</span></div>;
}
