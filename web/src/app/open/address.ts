import { dataLink, dataQuery } from "./data-link";
import type { StudyFile } from "../../contract/types";
import { close, open, refuse } from "../engine-client";
import { siteData } from "../site/state";
import * as state from "../store";

/*
 * Which data the address names. Data by address are an entry of the history, so that going back leads
 * to what was there before; a file of this computer has no address and is never closed by going back.
 */

/** Opens what the address names already. */
export function openAddressed(url: string): void {
  const data = siteData(url);
  void open({ kind: "url", url }, data?.isSimulated ?? false, data?.stored ?? null);
}

/**
 * Opens an address in this page where its policy lets it through, else in the page for remote data. Unasked, it is no
 * entry of the history.
 */
export function openLink(url: string, isUnasked = false): void {
  const page = new URL(location.href);
  page.search = dataQuery(page, url);
  const link = dataLink(page);
  if (link.kind === "redirect") location.href = link.to;
  else if (link.kind === "bad") refuse(link.why);
  else if (link.kind === "open") {
    history[isUnasked ? "replaceState" : "pushState"](null, "", page.pathname + page.search + location.hash);
    openAddressed(link.url);
  }
}

/** Opens a file from this computer; the address no longer names the data. */
export function openFile(file: File): void {
  forgetAddress();
  void open({ kind: "file", file });
}

/** Opens samples of this computer: one by itself, several as one. */
export function openSamples(files: StudyFile[]): void {
  forgetAddress();
  void open(files.length === 1 ? files[0]!.source : { kind: "study", files });
}

/** Closes the file, back to the first screen. */
export function leave(): void {
  forgetAddress();
  close();
}

function forgetAddress(): void {
  const query = dataQuery(new URL(location.href), null);
  if (query !== location.search) history.pushState(null, "", location.pathname + query + location.hash);
}

/** Going back and forward opens and closes what the address names. */
export function startAddress(): void {
  addEventListener("popstate", () => {
    const link = dataLink(new URL(location.href));
    const source = state.source.value;
    const now = source?.kind === "url" ? source.url : null;
    if (link.kind === "open" && link.url !== now) openAddressed(link.url);
    else if (link.kind === "none" && now !== null) close();
  });
}
