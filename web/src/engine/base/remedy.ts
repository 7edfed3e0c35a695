/** Whether this engine serves the command line: browsers and their workers have no `process`. */
const isCommandLine = "process" in globalThis;

/** What can be done about something: a button of the page, or an option of the command line. */
export const remedy = (onPage: string, onCommandLine: string): string => (isCommandLine ? onCommandLine : onPage);
