import { peer, pythonWith } from "./peer";

/**
 * Seconds that libdeflate alone needs for a file's chunks, natively in two processes; null without a Python that has it
 * (package `deflate`).
 */
export async function libdeflateSeconds(path: string): Promise<number | null> {
  const python = (await pythonWith("h5py")) && (await pythonWith("deflate"));
  if (!python) return null;
  return (await peer<{ seconds: number }>(python, ["tests/bench/peers/libdeflate_floor.py", path])).seconds;
}
