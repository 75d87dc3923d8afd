import type { LoadBucket } from '@millrace/core/schedule'
import { aheadOf, fullestOf, levelOf } from './levels.ts'

type Row = {
  readonly resource: { readonly id: string; readonly name: string }
  readonly buckets: readonly LoadBucket[]
}

/** Where a plan asks most from now on, and of how many it asks too much. */
export type Worst<R extends Row> = {
  readonly tooMuch: number
  readonly row: R
  readonly index: number
  readonly bucket: LoadBucket
}

/** What is over cannot be changed any more. Null: nothing is asked of anybody. */
export function worstOf<R extends Row>(rows: readonly R[], today: string): Worst<R> | null {
  const fullest = rows.flatMap((row) => {
    const bucket = fullestOf(aheadOf(row.buckets, today))
    return bucket ? [{ row, bucket }] : []
  })
  const most = fullestOf(fullest.map(({ bucket }) => bucket))
  const found = fullest.find(({ bucket }) => bucket === most)
  if (!found) return null
  const tooMuch = fullest.filter(({ bucket }) => levelOf(bucket) === 'over').length
  return { ...found, tooMuch, index: found.row.buckets.indexOf(found.bucket) }
}
