/** A row of a lane. */
export type Lane = { readonly band: number; readonly row: number }

/** From one column to another, both included. */
export type Extent = { readonly from: number; readonly to: number }

/** Which cells of the grid are taken, lane by lane, and by whom. */
export class Cells {
  readonly #rows = new Map<number, Map<number, string>[]>()

  /** How many rows a lane has. */
  count(band: number): number {
    return this.#rows.get(band)?.length ?? 0
  }

  /** Whether all of the cells are free, or are the owner's. */
  isFree({ band, row }: Lane, { from, to }: Extent, owner = ''): boolean {
    const taken = this.#rows.get(band)?.[row]
    for (let column = from; taken && column <= to; column += 1) {
      const by = taken.get(column)
      if (by !== undefined && by !== owner) return false
    }
    return true
  }

  take({ band, row }: Lane, { from, to }: Extent, owner: string): void {
    const rows = this.#rows.get(band) ?? []
    this.#rows.set(band, rows)
    while (rows.length <= row) rows.push(new Map())
    for (let column = from; column <= to; column += 1) rows[row]?.set(column, owner)
  }

  /** The first row from `start` on in which all of the columns are free; it is taken. */
  takeNearest({ band, row: start }: Lane, extent: Extent, owner: string): number {
    let row = start
    while (!this.isFree({ band, row }, extent)) row += 1
    this.take({ band, row }, extent, owner)
    return row
  }
}
