/** Best-known makespan by the name of the file. */
export type BestKnown = ReadonlyMap<string, number>

/**
 * Reads a table with the columns `instance` and `best_known`.
 *
 * @throws when one of them is missing
 */
export function readBestKnown(text: string): BestKnown {
  const [head = [], ...rows] = text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','))
  const instance = head.indexOf('instance')
  const best = head.indexOf('best_known')
  if (instance < 0 || best < 0)
    throw new Error('The table of best-known makespans needs the columns instance and best_known.')
  return new Map(rows.map((row) => [row[instance] ?? '', Number(row[best])]))
}
