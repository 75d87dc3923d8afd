import type { PlanRowView } from '@millrace/contract'
import { type Scale, xOf } from '../../../ui/index.ts'

/** Where a bar begins and ends on the axis, in pixels. */
export type BarSpan = { readonly startX: number; readonly finishX: number }

/** What ends exactly with a day does not reach into the next. */
const ALMOST = 0.001

/**
 * The place of a bar: whole days, because nights and hours say nothing where a day is a few pixels wide.
 * Milestones lie at their moment, and where days are wide, everything does.
 */
export function barSpan(
  { startAt, finishAt, isMilestone }: Pick<PlanRowView, 'startAt' | 'finishAt' | 'isMilestone'>,
  scale: Scale,
): BarSpan | null {
  if (startAt === null || finishAt === null) return null
  const [startX, finishX] = [xOf(scale, startAt), xOf(scale, finishAt)]
  if (isMilestone || scale.zoom === 'days') return { startX, finishX }
  const { pxPerDay } = scale
  const first = Math.floor(startX / pxPerDay + ALMOST)
  const last = Math.max(first + 1, Math.ceil(finishX / pxPerDay - ALMOST))
  return { startX: first * pxPerDay, finishX: last * pxPerDay }
}
