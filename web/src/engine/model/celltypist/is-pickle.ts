/** Files that hold a pickle, by their ending. */
export const isPickle = (name: string): boolean => /\.(pkl|pickle|joblib)$/i.test(name);
