import type { ListedPractice } from '@millrace/contract'
import { texts } from '../texts.ts'
import type { StateNames } from './practice-draft.ts'

/** How far the description of a practice is. */
export function stateWords({
  archivedAt,
  publishedNumber,
  isChanged,
}: Pick<ListedPractice, 'archivedAt' | 'publishedNumber' | 'isChanged'>): string {
  if (archivedAt !== null) return texts.state.archived
  if (publishedNumber === null) return texts.state.draft
  return isChanged ? texts.state.changed(publishedNumber) : texts.state.published(publishedNumber)
}

/** The states of artifacts by name; those that are not known are left out. */
export function namesOf(states: StateNames, ids: readonly string[]): readonly string[] {
  return ids.flatMap((id) => {
    const found = states.get(id)
    return found ? [texts.stateOf(found.type, found.state)] : []
  })
}
