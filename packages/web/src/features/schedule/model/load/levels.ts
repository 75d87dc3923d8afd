import type { LoadBucket } from '@millrace/core/schedule'

/** How full a day or week is: what the plan asks for against what there is. */
export type LoadLevel = 'free' | 'below' | 'healthy' | 'full' | 'over'

/**
 * The healthy band, in percent: with less, somebody waits for work; with more, everything that comes in between
 * makes something late.
 *
 * @see Hopp, Spearman, Factory Physics: waiting grows steeply as utilisation nears one
 */
export const HEALTHY = { from: 60, to: 85 } as const

type Asked = Pick<LoadBucket, 'workMin' | 'capacityMin'>

/** What is asked for, in percent of what there is; null: work where there is no time at all. */
export function percentOf({ workMin, capacityMin }: Asked): number | null {
  if (workMin === 0) return 0
  return capacityMin === 0 ? null : Math.round((100 * workMin) / capacityMin)
}

/** A minute more than there is, as rounding gives it, is not too much. */
export function levelOf(asked: Asked): LoadLevel {
  const percent = percentOf(asked)
  if (percent === 0) return 'free'
  if (percent === null || percent > 100) return 'over'
  if (percent > HEALTHY.to) return 'full'
  return percent >= HEALTHY.from ? 'healthy' : 'below'
}

/** The days or weeks that are not over yet, this one included. */
export function aheadOf<Bucket extends { readonly on: string }>(
  buckets: readonly Bucket[],
  today: string,
): readonly Bucket[] {
  const current = buckets.findLastIndex(({ on }) => on <= today)
  return current < 0 ? buckets : buckets.slice(current)
}

/** The fullest of some buckets; undefined: in none of them is anything to do. */
export function fullestOf<Bucket extends Asked>(buckets: readonly Bucket[]): Bucket | undefined {
  let fullest: Bucket | undefined
  for (const bucket of buckets) {
    if (bucket.workMin > 0 && (fullest === undefined || rankOf(bucket) > rankOf(fullest))) fullest = bucket
  }
  return fullest
}

function rankOf(bucket: Asked): number {
  return percentOf(bucket) ?? Number.POSITIVE_INFINITY
}
