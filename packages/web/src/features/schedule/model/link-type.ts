import type { RelationView } from '@millrace/contract'

/** An end of a bar, from which or to which a link leads. */
export type LinkEnd = 'start' | 'finish'

/** How two items are tied when a link is drawn from an end of one to an end of the other. */
export function linkTypeOf(from: LinkEnd, to: LinkEnd): RelationView['linkType'] {
  return LETTERS[from][to]
}

const LETTERS = {
  start: { start: 'SS', finish: 'SF' },
  finish: { start: 'FS', finish: 'FF' },
} as const
