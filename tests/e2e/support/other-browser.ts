/** As much of a browser as the short test of every browser needs. */
export interface OtherBrowser {
  /** Runs the body of an async function in the page and gives what it returns (JSON). */
  evaluate<T>(script: string): Promise<T>;
  /** Chooses a file of this computer in an input. */
  choose(selector: string, path: string): Promise<void>;
  /** What is seen, as PNG. */
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
}
