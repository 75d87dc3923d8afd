import type { PlanRowView } from '@millrace/contract'
import { texts } from '../texts.ts'
import { textsFloats } from '../texts-floats.ts'
import { floatWords } from './row-facts.ts'

type Floating = Pick<
  PlanRowView,
  'totalFloatMin' | 'freeFloatMin' | 'startFloatMin' | 'finishFloatMin' | 'isCritical' | 'isNearCritical'
>

/** In which band of float a row is, with how much it has: `critical, slack 0 d`; null while it is not calculated. */
export function slackWords(row: Floating): string | null {
  const { totalFloatMin, isCritical, isNearCritical } = row
  if (totalFloatMin === null) return null
  const days = floatWords(totalFloatMin)
  if (isCritical && totalFloatMin <= 0) return texts.criticalBy(days)
  return isNearCritical ? textsFloats.nearBy(days) : texts.slack(days)
}

/** What else is to be said of float: what of it moves nothing else, and where its two ends differ. */
export function moreSlackWords(
  row: Floating,
  words: Pick<typeof textsFloats, 'free' | 'ends'> = textsFloats,
): readonly string[] {
  const { totalFloatMin, freeFloatMin, startFloatMin, finishFloatMin } = row
  const isPart = totalFloatMin !== null && freeFloatMin !== null && freeFloatMin > 0
  const differs = startFloatMin !== null && finishFloatMin !== null && startFloatMin !== finishFloatMin
  return [
    ...(isPart && freeFloatMin < totalFloatMin ? [words.free(floatWords(freeFloatMin))] : []),
    ...(differs ? [words.ends(floatWords(startFloatMin), floatWords(finishFloatMin))] : []),
  ]
}
