import type { LoadBucket } from '@millrace/core/schedule'
import { fullestOf, HEALTHY, type LoadLevel, levelOf } from '../load/levels.ts'
import { BANDS, INK, PATTERNS, small, TEXT_PX } from './ink.ts'
import { drawLegend, type Sign } from './legend.ts'
import { bucketPx, LOAD_PX, type LoadedRow, type LoadSheet } from './load-sheets.ts'
import { drawPageHead, type PageHead } from './page-head.ts'
import { HEAD } from './paper.ts'
import { element, fitted, picture, textWidth, words } from './svg.ts'

/** What the signs of the load are called. */
export type LoadSignWords = Readonly<Record<'planned' | 'whole' | 'band' | 'over' | 'today', string>>

/** What is drawn of the load, whatever the page. */
export type LoadDrawing = PageHead & {
  readonly rows: readonly LoadedRow[]
  readonly today: string
  /** The last day that is counted. */
  readonly toOn: string
  readonly signs: LoadSignWords
  readonly says: {
    readonly who: string
    readonly level: Readonly<Record<LoadLevel, string>>
    readonly share: (bucket: LoadBucket) => string
    readonly month: (day: string) => string
    readonly day: (day: string) => string
  }
}

/** Of a row: what all there is takes, what goes beyond it at most, and the room for the share in words. */
const BAR_PX = { whole: 28, beyond: 14, words: 26 } as const

/** A page of the load as SVG: for each row what is asked of it over time, and where that is more than there is. */
export function drawLoad(drawing: LoadDrawing, sheet: LoadSheet): string {
  const top = HEAD.title + LOAD_PX.axis
  return picture(
    sheet,
    [
      PATTERNS,
      drawPageHead(drawing, sheet),
      drawLoadAxis(drawing, sheet),
      ...sheet.rows.map((row, index) => drawLoadRow(drawing, sheet, { row, y: top + index * LOAD_PX.row })),
      drawToday(drawing, sheet),
      drawLegend(loadSigns(drawing), sheet),
    ].join(''),
  )
}

/** The signs that the load on paper explains. */
export function loadSigns({ signs }: Pick<LoadDrawing, 'signs'>): readonly Sign[] {
  return [
    {
      text: signs.planned,
      draw: (x, y) => element('rect', { x, y: y + 3, width: 18, height: 9, fill: INK.work }),
    },
    {
      text: signs.whole,
      draw: (x, y) => element('path', { d: `M${x} ${y + 7.5}h18`, stroke: INK.text, 'stroke-width': 0.8 }),
    },
    {
      text: signs.band,
      draw: (x, y) => element('rect', { x, y: y + 3, width: 18, height: 9, fill: INK.healthy }),
    },
    {
      text: signs.over,
      draw: (x, y) =>
        element('rect', { x, y: y + 3, width: 18, height: 9, ...BANDS.critical, 'stroke-width': 0.6 }),
    },
    { text: signs.today, draw: (x, y) => todayLine(x + 9, [y + 1, y + 14]) },
  ]
}

/** Months above, the day on which each day or week begins below: as many as there is room for. */
function drawLoadAxis({ says }: LoadDrawing, sheet: LoadSheet): string {
  const buckets = bucketsOn(sheet, sheet.rows[0])
  const px = bucketPx(sheet)
  const every = Math.max(1, Math.ceil(14 / px))
  const bottom = HEAD.title + LOAD_PX.axis
  let usedTo = 0
  const marks = buckets.map(({ on }, index) => {
    const x = xOfBucket(sheet, index)
    const isMonth = index === 0 || on.slice(0, 7) !== buckets[index - 1]?.on.slice(0, 7)
    const month = says.month(on)
    const hasRoom = isMonth && x >= usedTo
    if (hasRoom) usedTo = x + textWidth(month, TEXT_PX.small) + 6
    return [
      hasRoom ? words(month, small(x + 2, bottom - 18)) : '',
      index % every === 0 ? words(says.day(on), small(x + 2, bottom - 6)) : '',
    ].join('')
  })
  const line = { x1: 0, x2: sheet.width, y1: bottom, y2: bottom, stroke: INK.strong }
  return [words(says.who, small(0, bottom - 6)), ...marks, element('line', line)].join('')
}

type PlacedRow = { readonly row: LoadedRow; readonly y: number }

function drawLoadRow({ says }: LoadDrawing, sheet: LoadSheet, { row, y }: PlacedRow): string {
  const base = y + LOAD_PX.row - 1
  const [left, px] = [LOAD_PX.name, bucketPx(sheet)]
  const buckets = bucketsOn(sheet, row)
  const width = buckets.length * px
  const fullest = fullestOf(row.buckets)
  const level = says.level[fullest ? levelOf(fullest) : 'free']
  const band = {
    ...{ x: left, width, y: base - (BAR_PX.whole * HEALTHY.to) / 100 },
    ...{ height: (BAR_PX.whole * (HEALTHY.to - HEALTHY.from)) / 100, fill: INK.healthy },
  }
  const room = LOAD_PX.name - 10
  const name = { x: 0, y: y + 19, 'font-size': TEXT_PX.small + 1, fill: INK.text, 'font-weight': 600 }
  const line = { stroke: INK.text, 'stroke-width': 0.5 }
  return [
    words(fitted(row.name, room, TEXT_PX.small + 1), name),
    words(
      fitted(fullest ? `${says.share(fullest)} · ${level}` : level, room, TEXT_PX.small),
      small(0, y + 33),
    ),
    element('rect', band),
    ...buckets.map((bucket, index) => drawBucket(bucket, { x: xOfBucket(sheet, index), base, px })),
    element('path', { d: `M${left} ${base - BAR_PX.whole}h${width}`, ...line }),
    ...(px < BAR_PX.words
      ? []
      : buckets.map((bucket, index) =>
          shareOf(says.share(bucket), bucket, [xOfBucket(sheet, index) + px / 2, base]),
        )),
    element('line', {
      x1: 0,
      x2: sheet.width,
      y1: base + 1,
      y2: base + 1,
      stroke: INK.line,
      'stroke-width': 0.5,
    }),
  ].join('')
}

type PlacedBucket = { readonly x: number; readonly base: number; readonly px: number }

/** What goes beyond all there is lies above its line; work on a day off is nothing but beyond. */
function drawBucket(bucket: LoadBucket, { x, base, px }: PlacedBucket): string {
  const { workMin, capacityMin } = bucket
  if (workMin === 0) return ''
  const bar = { x: x + 0.5, width: Math.max(1, px - 1) }
  const within = capacityMin === 0 ? 0 : Math.min(1, workMin / capacityMin) * BAR_PX.whole
  const isOver = levelOf(bucket) === 'over'
  const share = capacityMin === 0 ? 1 : workMin / capacityMin - 1
  const beyond = isOver ? Math.max(4, Math.min(BAR_PX.beyond, share * BAR_PX.whole)) : 0
  return [
    within > 0 ? element('rect', { ...bar, y: base - within, height: within, fill: INK.work }) : '',
    isOver
      ? element('rect', {
          ...{ ...bar, y: base - BAR_PX.whole - beyond, height: beyond },
          ...{ ...BANDS.critical, 'stroke-width': 0.6 },
        })
      : '',
  ].join('')
}

function shareOf(share: string, bucket: LoadBucket, [x, base]: readonly [number, number]): string {
  const level = levelOf(bucket)
  if (level === 'free') return ''
  const isOver = level === 'over'
  const look = { 'text-anchor': 'middle', 'font-size': 8.5, 'font-weight': isOver ? 700 : 400 }
  return words(share, small(x, base - 4, { ...look, fill: isOver ? INK.critical : INK.text }))
}

/** This day or week; it stands on one page only. */
function drawToday({ today, toOn }: LoadDrawing, sheet: LoadSheet): string {
  const index = bucketsOn(sheet, sheet.rows[0]).findLastIndex(({ on }) => on <= today)
  const next = sheet.rows[0]?.buckets[sheet.from + sheet.room]
  if (index < 0 || today > toOn || (next && today >= next.on)) return ''
  const top = HEAD.title + LOAD_PX.axis
  return todayLine(xOfBucket(sheet, index), [top - 14, top + sheet.rows.length * LOAD_PX.row])
}

function todayLine(x: number, [y1, y2]: readonly [number, number]): string {
  return element('line', { x1: x, x2: x, y1, y2, stroke: INK.critical, 'stroke-dasharray': '3 2' })
}

function bucketsOn({ from, room }: LoadSheet, row: LoadedRow | undefined): readonly LoadBucket[] {
  return row?.buckets.slice(from, from + room) ?? []
}

function xOfBucket(sheet: LoadSheet, index: number): number {
  return LOAD_PX.name + index * bucketPx(sheet)
}
