/** What files write where there is no label, or no donor. */
const MISSING = [
  /^un(labell?ed|known|assigned|annotated|classified|defined|certain|determined)$/i,
  /^(na|nan|n\/a|none|null|missing|not available|not applicable|\?|-|)$/i,
];

/** Whether a label, or a donor's name, says that there is none. */
export const isMissing = (label: string): boolean => MISSING.some((pattern) => pattern.test(label.trim()));

/** The same as a pattern of Python's `re`, for words without blanks around them. */
export const MISSING_IN_PYTHON = `(?i)${MISSING.map(({ source }) => `(?:${source})`).join("|")}`;
