import { addDays } from '@millrace/core/kernel'
import type { LoadBucket } from '@millrace/core/schedule'
import { HEAD, numbered, type PaperSize, pagesOf, type Sheet, type Spread } from './paper.ts'

/** Somebody or something with what is asked of them, day by day or week by week. */
export type LoadedRow = { readonly name: string; readonly buckets: readonly LoadBucket[] }

/** A page of the load: some rows, and some of their days or weeks. */
export type LoadSheet = Sheet & {
  readonly rows: readonly LoadedRow[]
  /** From which bucket on, and how many of them there is room for. */
  readonly from: number
  readonly room: number
}

export const LOAD_PX = { name: 170, row: 48, axis: 34, read: 28, pictureRead: 34 } as const
/** No wider than this, however few there are. */
const WIDEST_PX = 90

type Laid = { readonly size: PaperSize; readonly besides: number }

/** The pages of the load: whole rows, whose days or weeks go on beside each other where they take several pages. */
export function loadSheets(
  rows: readonly LoadedRow[],
  { size, besides }: Laid,
  spread: Spread,
): readonly LoadSheet[] {
  if (rows.length === 0) return []
  const all = bucketCount(rows)
  const most = Math.floor((size.width - LOAD_PX.name) / LOAD_PX.read)
  const pages = spread === 'fit' ? 1 : Math.max(1, Math.ceil(all / most))
  const room = Math.max(1, Math.ceil(all / pages))
  const height = size.height - HEAD.title - LOAD_PX.axis - besides
  const portions = pagesOf(rows, Math.max(1, Math.floor(height / LOAD_PX.row)))
  const starts = Array.from({ length: pages }, (_, index) => index * room)
  return numbered(
    portions.flatMap((portion) => starts.map((from) => ({ rows: portion, from, room }))),
    size,
  )
}

/** All of the load on one sheet. */
export function wholeLoad(rows: readonly LoadedRow[], besidesOf: (width: number) => number): LoadSheet {
  const room = Math.max(1, bucketCount(rows))
  const width = Math.max(900, LOAD_PX.name + room * LOAD_PX.pictureRead)
  const height = HEAD.title + LOAD_PX.axis + rows.length * LOAD_PX.row + besidesOf(width)
  return { rows, from: 0, room, width, height, page: 1, pages: 1 }
}

/** How wide a day or week is on a page. */
export function bucketPx({ width, room }: LoadSheet): number {
  return Math.min(WIDEST_PX, (width - LOAD_PX.name) / room)
}

/** Without the days or weeks before and after all work. */
export function worked(
  rows: readonly LoadedRow[],
  toOn: string,
): { readonly rows: readonly LoadedRow[]; readonly toOn: string } {
  const isWorked = (index: number) => rows.some(({ buckets }) => (buckets[index]?.workMin ?? 0) > 0)
  const indices = Array.from({ length: bucketCount(rows) }, (_, index) => index).filter(isWorked)
  const [from, to] = [indices[0] ?? 0, (indices.at(-1) ?? -1) + 1]
  const after = rows[0]?.buckets[to]
  return {
    rows: rows.map(({ name, buckets }) => ({ name, buckets: buckets.slice(from, to) })),
    toOn: after ? addDays(after.on, -1) : toOn,
  }
}

function bucketCount(rows: readonly LoadedRow[]): number {
  return rows[0]?.buckets.length ?? 0
}
