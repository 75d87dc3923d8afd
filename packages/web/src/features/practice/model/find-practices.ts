import type { ListedPractice } from '@millrace/contract'
import { foldText } from '@millrace/core/work'

/** Which practices are looked at. */
export type CatalogueFilter = {
  readonly text: string
  readonly area: string | null
  readonly withArchived: boolean
}

/** The practices that fit: by any of their words, of one area. */
export function findPractices(
  practices: readonly ListedPractice[],
  { text, area, withArchived }: CatalogueFilter,
): readonly ListedPractice[] {
  const wanted = foldText(text).split(' ')
  return practices.filter((practice) => {
    if (practice.archivedAt !== null && !withArchived) return false
    if (area !== null && !practice.areas.some((each) => each === area)) return false
    const { name, discipline, tools, stages, roles, formerNames } = practice
    const words = [name, discipline, ...tools, ...stages, ...formerNames, ...roles.map((role) => role.name)]
    const said = foldText(words.join(' '))
    return wanted.every((word) => said.includes(word))
  })
}
