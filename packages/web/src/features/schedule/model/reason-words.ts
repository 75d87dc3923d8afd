import type { PlanRowView, PlanView } from '@millrace/contract'
import { texts } from '../texts.ts'
import { textsShared } from '../texts-shared.ts'

/** What the reasons of rows refer to. */
export type ReasonGround = {
  readonly titleOf: (itemId: string) => string | undefined
  readonly linkOf: (linkId: string) => PlanView['links'][number] | undefined
  readonly dayOf: (moment: number) => string
}

/** Why a row lies where it does, in words; null while the plan is not calculated. */
export function reasonWords(row: PlanRowView, ground: ReasonGround): string | null {
  const { reason } = row
  if (!reason) return null
  const why = texts.why
  switch (reason.kind) {
    case 'link': {
      const link = ground.linkOf(reason.id ?? '')
      const title = link && ground.titleOf(link.fromId)
      return title === undefined ? why.somethingBefore : why.link[link?.linkType ?? 'FS'](title)
    }
    case 'summary':
    case 'below': {
      const title = ground.titleOf(reason.id ?? '') ?? ''
      return why[reason.kind](title)
    }
    case 'constraint':
      return row.constraintAt === null ? why.constraint : why.constraintOn(ground.dayOf(row.constraintAt))
    case 'levelled':
      return levelledWords(row, ground.dayOf)
    case 'manual':
      return why.manual
    case 'actual':
      return why.actual
    case 'status':
      return why.status
    case 'late':
      return why.late
    default:
      return why.project
  }
}

/** What levelling found that it waits for: somebody or something, and what they do until then. */
export function levelledWords(
  { levelledAt, levelledFor }: Pick<PlanRowView, 'levelledAt' | 'levelledFor'>,
  dayOf: (moment: number) => string,
): string {
  const { why } = texts
  if (levelledAt === null) return why.levelled
  const day = dayOf(levelledAt)
  const { resourceName = null, title = null } = levelledFor ?? {}
  if (resourceName === null) return why.levelledUntil(day)
  return title === null
    ? textsShared.waitsFor(resourceName, day)
    : textsShared.waitsForWork(resourceName, title, day)
}
