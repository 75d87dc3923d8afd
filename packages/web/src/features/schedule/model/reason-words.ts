import type { OutsideLinkView, PlanRowView, PlanView } from '@millrace/contract'
import { texts } from '../texts.ts'
import { textsFloats } from '../texts-floats.ts'
import { textsShared } from '../texts-shared.ts'
import { tieName } from './outside/tie-words.ts'

/** What the reasons of rows refer to. */
export type ReasonGround = {
  readonly titleOf: (itemId: string) => string | undefined
  readonly linkOf: (linkId: string) => PlanView['links'][number] | undefined
  /** Links to and from other projects. */
  readonly outsideOf: (linkId: string) => OutsideLinkView | undefined
  readonly calendarOf: (calendarId: string) => PlanView['calendars'][number] | undefined
  /** The day of a moment, to compare with days of calendars, and as people read it. */
  readonly dateOf: (moment: number) => string
  readonly dayOf: (moment: number) => string
}

/** Why a row lies where it does, in words; null while the plan is not calculated. */
export function reasonWords(row: PlanRowView, ground: ReasonGround): string | null {
  const { reason } = row
  if (!reason) return null
  const waits = waitWords(row, ground)
  return waits === null ? whyOf(row, reason, ground) : `${whyOf(row, reason, ground)}; ${waits}`
}

/** That its calendar moved it on to another day: a night, a weekend, a day off. */
function waitWords({ calendarWait, startAt }: PlanRowView, ground: ReasonGround): string | null {
  if (calendarWait === null || startAt === null) return null
  const [from, to] = [ground.dateOf(calendarWait.fromAt), ground.dateOf(startAt)]
  if (from === to) return null
  const calendar = ground.calendarOf(calendarWait.calendarId ?? '')
  const off = calendar?.definition.exceptions.find(
    (each) => each.shifts.length === 0 && each.from < to && each.to >= from,
  )
  const name = calendar?.name ?? textsFloats.standardWeek
  const named = off === undefined || off.name === '' ? name : textsFloats.dayOff(name, off.name)
  return textsFloats.noWork(named, ground.dayOf(startAt))
}

function linkWords(row: PlanRowView, ground: ReasonGround, linkId: string): string {
  const outside = ground.outsideOf(linkId)
  const link = outside ?? ground.linkOf(linkId)
  const title = outside ? tieName(outside) : titleOfLink(row, ground, linkId)
  if (title === undefined) return texts.why.somethingBefore
  return row.isHammock ? textsFloats.beginsWith(title) : texts.why.link[link?.linkType ?? 'FS'](title)
}

function titleOfLink(row: PlanRowView, ground: ReasonGround, linkId: string): string | undefined {
  const link = ground.linkOf(linkId)
  return link && ground.titleOf(link.fromId === row.itemId ? link.toId : link.fromId)
}

function whyOf(row: PlanRowView, reason: NonNullable<PlanRowView['reason']>, ground: ReasonGround): string {
  const why = texts.why
  switch (reason.kind) {
    case 'link':
      return linkWords(row, ground, reason.id ?? '')
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
