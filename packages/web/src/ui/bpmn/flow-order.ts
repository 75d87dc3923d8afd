import type { DrawnElement } from './services.ts'

/** Where an arrow key leads. */
export type Direction = 'next' | 'previous' | 'above' | 'below'

/**
 * The element that an arrow key leads to: along the flow to the right and against it to the left; up and down among
 * the ways that part at the same place, and to what lies on the boundary.
 *
 * @returns null: there is nothing further that way
 */
export function neighbour(
  element: DrawnElement,
  direction: Direction,
  all: readonly DrawnElement[],
): DrawnElement | null {
  switch (direction) {
    case 'next':
      return following(element)[0] ?? null
    case 'previous':
      return leading(element)[0] ?? element.host ?? null
    default:
      return beside(element, all, direction === 'below' ? 1 : -1)
  }
}

/** The elements that are stopped at, in the order in which they are read: by flow from the starts, then the rest. */
export function inFlowOrder(all: readonly DrawnElement[]): readonly DrawnElement[] {
  const stops = all.filter(isStop).toSorted(byPlace)
  const order = new Set<DrawnElement>()
  const starts = stops.filter((stop) => leading(stop).length === 0 && !stop.host)
  const visit = (start: DrawnElement) => {
    const open = [start]
    for (let one = open.pop(); one; one = open.pop()) {
      if (order.has(one)) continue
      order.add(one)
      open.push(...following(one).toReversed(), ...(one.attachers ?? []).toReversed())
    }
  }
  for (const start of [...starts, ...stops]) visit(start)
  return [...order].filter((one) => stops.includes(one))
}

/** Whether an element is stopped at: flows, labels and the picture itself are passed by. */
export function isStop(element: DrawnElement): boolean {
  return STOPS.test(element.type) && !element.labelTarget
}

const STOPS = /^bpmn:(?:\w*(?:Task|Event|Gateway|SubProcess)|Transaction|CallActivity)$/

function following({ outgoing = [] }: DrawnElement): readonly DrawnElement[] {
  return outgoing
    .filter(isSequenceFlow)
    .flatMap(({ target }) => target ?? [])
    .toSorted(byPlace)
}

function leading({ incoming = [] }: DrawnElement): readonly DrawnElement[] {
  return incoming
    .filter(isSequenceFlow)
    .flatMap(({ source }) => source ?? [])
    .toSorted(byPlace)
}

function isSequenceFlow({ type }: DrawnElement): boolean {
  return type === 'bpmn:SequenceFlow'
}

function beside(element: DrawnElement, all: readonly DrawnElement[], by: 1 | -1): DrawnElement | null {
  const siblings = leading(element).flatMap(following)
  const around = siblings.length > 1 ? siblings : all.filter(isStop)
  const column = [...new Set([...around, ...(element.attachers ?? [])])].toSorted(
    (a, b) => a.y - b.y || a.x - b.x,
  )
  const at = column.indexOf(element)
  return column[at + by] ?? null
}

function byPlace(a: DrawnElement, b: DrawnElement): number {
  return a.x - b.x || a.y - b.y
}
