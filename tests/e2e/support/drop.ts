import type { Page } from "playwright-core";

/** Drops a file of this computer on the page, or several, as a person does: real Files, read lazily. */
export async function drop(page: Page, paths: string | string[]): Promise<void> {
  await page.evaluate(() => {
    const input = Object.assign(document.createElement("input"), { type: "file", id: "to-drop", hidden: true, multiple: true });
    document.body.append(input);
  });
  await page.setInputFiles("#to-drop", paths);
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>("#to-drop")!;
    const dataTransfer = new DataTransfer();
    for (const file of input.files!) dataTransfer.items.add(file);
    input.remove();
    for (const type of ["dragenter", "dragover", "drop"])
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  });
}
