/** Files that hold a table of profiles, by their ending. */
export const isTable = (name: string): boolean => /\.(csv|tsv|txt|gct|tab)(\.gz)?$/i.test(name);
