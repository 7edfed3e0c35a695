/** What plots are drawn into: the page's document, or another one that is set where there is no page. */
let chosen: Document | undefined;

/** Has plots drawn into this document from now on: in Node, where there is none. */
export function drawInto(document: unknown): void {
  chosen = document as Document;
}

export const drawingDocument = (): Document => chosen ?? globalThis.document;
