import { effect } from "@preact/signals";
import { choose, isDark, systemDark, theme } from "../store";

const KEY = "phenolens-theme";

/** The theme follows the system until the user chooses; the choice is kept on this computer. */
export function startTheme(): void {
  const query = matchMedia("(prefers-color-scheme: dark)");
  systemDark.value = query.matches;
  query.addEventListener("change", () => {
    systemDark.value = query.matches;
  });
  try {
    const kept = localStorage.getItem(KEY);
    if (!theme.value && (kept === "light" || kept === "dark")) choose({ theme: kept });
  } catch {
    // Storage may be closed to the page: the system's theme does.
  }
  effect(() => {
    document.documentElement.dataset.theme = isDark.value ? "dark" : "light";
  });
}

export function toggleTheme(): void {
  const chosen = isDark.value ? "light" : "dark";
  choose({ theme: chosen });
  try {
    localStorage.setItem(KEY, chosen);
  } catch {
    // As above: the choice lasts as long as the page.
  }
}
