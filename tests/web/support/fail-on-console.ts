import { afterEach, expect } from "vitest";

/** Stray output hides real trouble: what a test prints fails it. */
const printed: string[] = [];
for (const level of ["log", "info", "warn", "error"] as const) {
  console[level] = (...words: unknown[]) => void printed.push(`console.${level}: ${words.map(String).join(" ")}`);
}
afterEach(() => expect(printed.splice(0)).toEqual([]));
