/** Adjusted Rand index by its definition, pair by pair of a table. */
export function randIndex(first: ArrayLike<number>, second: ArrayLike<number>): number {
  const table = new Map<string, number>();
  const [rows, columns] = [new Map<number, number>(), new Map<number, number>()];
  const add = <K>(map: Map<K, number>, key: K) => map.set(key, (map.get(key) ?? 0) + 1);
  for (let i = 0; i < first.length; i++) {
    add(table, `${first[i]} ${second[i]}`);
    add(rows, first[i]!);
    add(columns, second[i]!);
  }
  const pairs = (counts: Iterable<number>) => [...counts].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
  const [together, inRows, inColumns] = [pairs(table.values()), pairs(rows.values()), pairs(columns.values())];
  const expected = (inRows * inColumns) / pairs([first.length]);
  return (together - expected) / ((inRows + inColumns) / 2 - expected);
}

/** How far a picture's neighbours are neighbours in the space it is of (Venna and Kaski): 1, less what strangers' ranks there cost. */
export function trustworthiness(space: Float32Array, dims: number, xy: Float32Array, k: number): number {
  const points = space.length / dims;
  let cost = 0;
  const inSpace = new Float64Array(points);
  const inPicture = new Float64Array(points);
  for (let i = 0; i < points; i++) {
    for (let j = 0; j < points; j++) {
      let sum = 0;
      for (let d = 0; d < dims; d++) sum += (space[i * dims + d]! - space[j * dims + d]!) ** 2;
      inSpace[j] = i === j ? -1 : sum;
      inPicture[j] = i === j ? -1 : (xy[2 * i]! - xy[2 * j]!) ** 2 + (xy[2 * i + 1]! - xy[2 * j + 1]!) ** 2;
    }
    const rank = new Int32Array(points);
    Int32Array.from(inSpace.keys())
      .sort((a, b) => inSpace[a]! - inSpace[b]!)
      .forEach((j, place) => {
        rank[j] = place;
      });
    for (const j of Int32Array.from(inPicture.keys())
      .sort((a, b) => inPicture[a]! - inPicture[b]!)
      .slice(1, k + 1))
      cost += Math.max(0, rank[j]! - k);
  }
  return 1 - (2 / (points * k * (2 * points - 3 * k - 1))) * cost;
}
