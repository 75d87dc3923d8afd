import type { PlanRowView, RelationView } from '@millrace/contract'
import { useMemo } from 'react'
import { linkLetters } from '../components/link-letters.ts'
import { writeRule } from '../model/link-notation.ts'
import { texts } from '../texts.ts'
import { textsGestures } from '../texts-gestures.ts'

/** What a link between two items of a plan says, and what they are called. */
export function useLinkWords(rows: readonly PlanRowView[]): {
  readonly titleOf: (itemId: string) => string
  readonly linkWords: (link: RelationView) => string
} {
  return useMemo(() => {
    const titles = new Map(rows.map(({ itemId, title }) => [itemId, title]))
    const titleOf = (itemId: string) => titles.get(itemId) ?? ''
    const linkWords = (link: RelationView) => {
      const { fromId, toId, linkType, lag } = link
      const written = lag === 0 ? '' : ` (${writeRule(link, linkLetters)})`
      const rule = `${texts.linkTypes[linkType]}${written}`
      return `${textsGestures.link(titleOf(fromId), titleOf(toId), rule)}\n${textsGestures.openLink}`
    }
    return { titleOf, linkWords }
  }, [rows])
}
