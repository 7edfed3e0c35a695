import { signal } from "@preact/signals";
import { droppedOn } from "./dropped";
import { takeGiven } from "./given";
import { warmUp } from "../engine-client";

/** Files are held over the page. */
export const isOver = signal(false);

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;

/**
 * Takes data and models dropped anywhere on the page. Once, before anything is drawn: a browser leaves the page for a
 * file that nobody takes.
 */
export function startDrops(): void {
  addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    if (!isOver.value) warmUp();
    isOver.value = true;
  });
  addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    isOver.value = false;
    void droppedOn(event.dataTransfer).then(takeGiven);
  });
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) isOver.value = false;
  });
}
