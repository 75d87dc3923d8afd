import type { DrawnNet } from '../network/drawn-net.ts'
import type { Place } from '../network/layout.ts'
import { areaOf, cornerOf, NODE, type Point } from '../network/sizes.ts'
import { HEAD, numbered, type PaperSize, type Sheet, type Spread } from './paper.ts'

/** A page of a network: which boxes stand on it, from which corner of the whole on, and where it lies among the others. */
export type NetworkSheet = Sheet & {
  readonly numbers: readonly number[]
  readonly origin: Point
  readonly scale: number
  readonly column: number
  readonly band: number
}

/** At this scale the boxes are read on paper as easily as a book. */
const READ = 0.72
/** Around the boxes of a page, in the measures of the network: links lead on to other pages there. */
const MARGIN = 64

/**
 * The pages of a network. Boxes stand whole on one page each. All pages of a band begin at the same height, and all
 * of a column at the same place, so that they can be laid beside each other; those without a box are left out.
 */
export function networkSheets(
  net: DrawnNet,
  { size, besides }: { readonly size: PaperSize; readonly besides: number },
  spread: Spread,
): readonly NetworkSheet[] {
  if (net.rows.length === 0) return []
  const room = { width: size.width, height: size.height - HEAD.title - besides }
  if (spread === 'fit') return numbered([wholeOf(net, fitOf(net, room))], size)
  const perColumn = columnsIn(room.width / READ)
  const bands = bandsOf(net.places, room.height / READ - MARGIN)
  const parts = bands.flatMap(({ numbers, y }, band) =>
    [...Map.groupBy(numbers, (number) => Math.floor((net.places[number]?.column ?? 0) / perColumn))]
      .toSorted(([a], [b]) => a - b)
      .map(([column, own]) => {
        const corner = cornerOf({ column: column * perColumn, row: 0 })
        return {
          numbers: own,
          origin: { x: corner.x - MARGIN, y: y - MARGIN / 2 },
          scale: READ,
          column,
          band,
        }
      }),
  )
  return numbered(parts, size)
}

/** All of a network on one sheet at its usual size. */
export function wholeNetwork(net: DrawnNet, besidesOf: (width: number) => number): NetworkSheet {
  const area = areaOf(net.columns, net.rowCount)
  const width = Math.max(area.width, 640)
  const height = Math.ceil(area.height + HEAD.title + besidesOf(width))
  return { ...wholeOf(net, 1), width, height, page: 1, pages: 1 }
}

function wholeOf(net: DrawnNet, scale: number) {
  return { numbers: net.rows.map((_, index) => index), origin: { x: 0, y: 0 }, scale, column: 0, band: 0 }
}

function fitOf(net: DrawnNet, room: PaperSize): number {
  const area = areaOf(net.columns, net.rowCount)
  return Math.min(1, room.width / area.width, room.height / area.height)
}

function columnsIn(width: number): number {
  const step = cornerOf({ column: 1, row: 0 }).x - cornerOf({ column: 0, row: 0 }).x
  return Math.max(1, Math.floor((width - 2 * MARGIN - NODE.width) / step) + 1)
}

type Band = { readonly numbers: readonly number[]; readonly y: number }

/** Boxes from top to bottom, as many as stand whole below the first of each band. */
function bandsOf(places: readonly Place[], height: number): readonly Band[] {
  const bands: { numbers: number[]; y: number }[] = []
  const order = places
    .map((place, number) => ({ number, y: cornerOf(place).y }))
    .toSorted((a, b) => a.y - b.y || a.number - b.number)
  for (const { number, y } of order) {
    const band = bands.at(-1)
    if (band && y + NODE.height - band.y <= height) band.numbers.push(number)
    else bands.push({ numbers: [number], y })
  }
  return bands
}
