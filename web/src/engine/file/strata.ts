/** Each cell's stratum, of so many: cells that have been read are a random draw from each. */
export interface Strata {
  of: Uint8Array;
  count: number;
}
