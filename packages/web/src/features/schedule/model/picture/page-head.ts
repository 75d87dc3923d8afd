import { INK, small, TEXT_PX } from './ink.ts'
import type { Sheet } from './paper.ts'
import { fitted, words } from './svg.ts'

/** What every page says at its top. */
export type PageHead = {
  readonly title: string
  readonly subtitle: string
  readonly pageWords: (page: number, pages: number) => string
}

/** The top of a page: what it is of, as of when, and which of the pages it is. */
export function drawPageHead({ title, subtitle, pageWords }: PageHead, sheet: Sheet): string {
  const { width, page, pages } = sheet
  const size = TEXT_PX.title
  const heading = { x: 0, y: 17, 'font-size': size, 'font-weight': 600, fill: INK.text }
  return [
    words(fitted(title, width * 0.5, size), heading),
    words(subtitle, small(width, 12, { 'text-anchor': 'end' })),
    words(pageWords(page, pages), small(width, 24, { 'text-anchor': 'end' })),
  ].join('')
}
