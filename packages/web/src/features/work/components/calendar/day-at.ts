import type { PlainDate } from '@millrace/core/kernel'

/** The day under a point: bars reach over cells that they do not stand in. */
export function dayAt(x: number, y: number): PlainDate | null {
  for (const element of document.elementsFromPoint(x, y)) {
    if (element instanceof HTMLElement && element.dataset['day'] !== undefined) return element.dataset['day']
  }
  return null
}
