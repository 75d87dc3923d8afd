/** A row of a lane. */
export type Lane = { readonly band: number; readonly row: number }

/** From one column to another, both included. */
export type Extent = { readonly from: number; readonly to: number }

/** The cell in the column of a node in which a line turns up or down; none in the row of the node itself. */
export type Corner = { readonly column: number; readonly node: number; readonly lane: Lane }

/** What is to go along a row: its columns, whose they are then, and where it turns. */
export type Way = {
  readonly extent: Extent
  readonly owner: string
  readonly corners: readonly Corner[]
}

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

  /** Whether a way can go along a row: its columns are free, and so are its corners but for lines of the same node. */
  isOpen(lane: Lane, { extent, owner, corners }: Way): boolean {
    if (!this.isFree(lane, extent, owner)) return false
    return cornersIn(lane, corners).every(({ column, node }) =>
      this.isFree(lane, { from: column, to: column }, dropOf(node)),
    )
  }

  takeWay(lane: Lane, { extent, owner, corners }: Way): void {
    this.take(lane, extent, owner)
    for (const { column, node } of cornersIn(lane, corners))
      this.take(lane, { from: column, to: column }, dropOf(node))
  }

  /** The first row from `start` on along which a way can go; it is taken. */
  takeNearest({ band, row: start }: Lane, way: Way): number {
    let row = start
    while (!this.isOpen({ band, row }, way)) row += 1
    this.takeWay({ band, row }, way)
    return row
  }
}

/** Where lines go up or down to a node, or from it. */
export function dropOf(node: number): string {
  return `drop ${node}`
}

function cornersIn({ band, row }: Lane, corners: readonly Corner[]): readonly Corner[] {
  return corners.filter(({ lane }) => lane.band !== band || lane.row !== row)
}
