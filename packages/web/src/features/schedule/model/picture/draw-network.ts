import type { PlanRowView } from '@millrace/contract'
import { linkAnchor } from '../network/anchor.ts'
import type { DrawnNet } from '../network/drawn-net.ts'
import type { NetworkArrow } from '../network/network.ts'
import { cornerOf, curveOf, NODE, wordsAt } from '../network/sizes.ts'
import { drawBox, type NetworkBox } from './draw-network-box.ts'
import { INK, PATTERNS, small } from './ink.ts'
import { drawLegend, type Sign } from './legend.ts'
import type { NetworkSheet } from './network-sheets.ts'
import { type NetworkSignWords, networkSigns } from './network-signs.ts'
import { drawPageHead, type PageHead } from './page-head.ts'
import { HEAD } from './paper.ts'
import { clipped, element, fitted, picture, words } from './svg.ts'

/** What is drawn of a network, whatever the page. */
export type NetworkDrawing = PageHead & {
  readonly net: DrawnNet
  readonly boxOf: (row: PlanRowView) => NetworkBox
  readonly ruleOf: (link: NetworkArrow['link']) => string
  /** `p. 2, 5`: where a link goes on. */
  readonly onPages: (pages: string) => string
  readonly signs: NetworkSignWords
}

/** A page of a network as SVG. Links that lead to other pages say to which. */
export function drawNetwork(
  drawing: NetworkDrawing,
  sheet: NetworkSheet,
  sheets: readonly NetworkSheet[],
): string {
  const { width, height, origin, scale, numbers } = sheet
  const here = new Set(numbers)
  const { net } = drawing
  const arrows = net.arrows.filter(({ from, to }) => here.has(from) && here.has(to))
  const boxes = numbers.flatMap((number) => {
    const [row, place] = [net.rows[number], net.places[number]]
    return row && place ? [drawBox(drawing.boxOf(row), cornerOf(place))] : []
  })
  const inside = [
    ...arrows.map((arrow) => drawLink(drawing, arrow)),
    ...(sheets.length > 1 ? leadsOn(drawing, sheet, pageByNumber(sheets)) : []),
    ...boxes,
  ].join('')
  const moved = `translate(0 ${HEAD.title}) scale(${scale}) translate(${-origin.x} ${-origin.y})`
  const signs: readonly Sign[] = networkSigns(net, drawing.signs)
  return picture(
    sheet,
    [
      PATTERNS,
      ARROW,
      drawPageHead(drawing, sheet),
      sheets.length > 1 ? drawPageMap(sheet, sheets) : '',
      clipped(
        { x: 0, y: HEAD.title - 4, width, height: height - HEAD.title },
        element('g', { transform: moved }, inside),
      ),
      drawLegend(signs, sheet),
    ].join(''),
  )
}

const ARROW = element(
  'defs',
  {},
  element(
    'marker',
    {
      ...{ id: 'arrow', viewBox: '0 0 6 6', refX: 5.5, refY: 3 },
      ...{ markerWidth: 7, markerHeight: 7, markerUnits: 'userSpaceOnUse', orient: 'auto' },
    },
    element('path', { d: 'M0 0 6 3 0 6z', fill: INK.soft }),
  ),
)

function drawLink({ net, ruleOf }: NetworkDrawing, { from, to, link }: NetworkArrow): string {
  const [first, second] = [net.places[from], net.places[to]]
  if (!first || !second) return ''
  const isCritical = net.rows[from]?.isCritical && net.rows[to]?.isCritical
  const rule = ruleOf(link)
  const at = wordsAt(first, second, link)
  const line = {
    fill: 'none',
    stroke: isCritical ? INK.critical : INK.soft,
    'stroke-width': isCritical ? 1.8 : 1,
  }
  return [
    element('path', { d: curveOf(first, second, link), ...line, 'marker-end': 'url(#arrow)' }),
    rule === '' ? '' : words(rule, smallAt(at.x, at.y, linkAnchor(link.linkType))),
  ].join('')
}

function smallAt(x: number, y: number, anchor: 'start' | 'end') {
  return small(x, y, { 'font-size': WORDS_PX, 'text-anchor': anchor })
}

const WORDS_PX = 11
const LEAD_PX = 44

function pageByNumber(sheets: readonly NetworkSheet[]): ReadonlyMap<number, number> {
  return new Map(sheets.flatMap(({ numbers, page }) => numbers.map((number) => [number, page] as const)))
}

/** Short lines at the boxes of a page for what comes before and after them on others. */
function leadsOn(
  { net, onPages }: NetworkDrawing,
  { numbers, page }: NetworkSheet,
  pageOf: ReadonlyMap<number, number>,
): readonly string[] {
  const others = (found: readonly number[]) =>
    [...new Set(found.map((number) => pageOf.get(number) ?? page))]
      .filter((other) => other !== page)
      .toSorted((a, b) => a - b)
  return numbers.flatMap((number) => {
    const place = net.places[number]
    if (!place) return []
    const { x, y } = cornerOf(place)
    const before = others((net.before[number] ?? []).map(({ from }) => from))
    const after = others((net.after[number] ?? []).map(({ to }) => to))
    const wordsOf = (pages: readonly number[]) => fitted(onPages(pages.join(', ')), LEAD_PX + 8, WORDS_PX)
    const [inY, outY] = [y + 14, y + NODE.height - 10]
    const line = { stroke: INK.soft, 'stroke-dasharray': '3 2', 'marker-end': 'url(#arrow)' }
    return [
      ...(before.length === 0
        ? []
        : [
            element('path', { ...line, d: `M${x - LEAD_PX} ${inY}H${x}` }),
            words(wordsOf(before), smallAt(x - 6, inY - 4, 'end')),
          ]),
      ...(after.length === 0
        ? []
        : [
            element('path', { ...line, d: `M${x + NODE.width} ${outY}h${LEAD_PX}` }),
            words(wordsOf(after), smallAt(x + NODE.width + 4, outY - 4, 'start')),
          ]),
    ]
  })
}

/** Where a page lies among the others: a small map, with this one filled. */
function drawPageMap(sheet: NetworkSheet, sheets: readonly NetworkSheet[]): string {
  const columns = Math.max(...sheets.map(({ column }) => column)) + 1
  const bands = Math.max(...sheets.map(({ band }) => band)) + 1
  const cell = { width: Math.min(9, 160 / columns), height: Math.min(7, 22 / bands) }
  const left = sheet.width - MAP_END - columns * cell.width
  return sheets
    .map(({ column, band, page }) =>
      element('rect', {
        ...{ x: left + column * cell.width, y: 3 + band * cell.height, ...cell },
        ...{ fill: page === sheet.page ? INK.text : '#ffffff', stroke: INK.strong, 'stroke-width': 0.6 },
      }),
    )
    .join('')
}

/** What the words at the head of a page take to the right of the map. */
const MAP_END = 110
