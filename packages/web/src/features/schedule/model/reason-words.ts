import type { PlanRowView, PlanView } from '@millrace/contract'
import { texts } from '../texts.ts'

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
      return row.levelledAt === null ? why.levelled : why.levelledUntil(ground.dayOf(row.levelledAt))
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
