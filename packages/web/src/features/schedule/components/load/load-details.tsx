import type { PlanRowView } from '@millrace/contract'
import { useMemo } from 'react'
import { CloseButton } from '../../../../ui/index.ts'
import { partsOf } from '../../model/load/parts.ts'
import { skillPartsOf } from '../../model/load/skill-parts.ts'
import { type OutsideLoad, outsideLoadsOf, type SharedPool } from '../../model/load/with-outside.ts'
import { textsLoad } from '../../texts-load.ts'
import { textsOpenWork } from '../../texts-open-work.ts'
import { textsShared } from '../../texts-shared.ts'
import { RowName } from '../row-name.tsx'
import styles from './load.module.css'
import { askedInWords, hours, lastOf, whenInWords } from './load-words.ts'
import type { LoadRow } from './use-load.ts'

type Props = {
  readonly row: LoadRow
  readonly index: number
  readonly toOn: string
  readonly pool: SharedPool
  readonly rows: readonly PlanRowView[]
  readonly onClose: () => void
}

/** A chosen day or week in words, and the items that make it up. */
export function LoadDetails({ row, index, toOn, pool, rows, onClose }: Props) {
  const bucket = row.buckets[index]
  const fromOn = bucket?.on ?? toOn
  const lastOn = lastOf(row.buckets, index, toOn)
  const resourceId = row.resource.id
  const { skill } = row
  const parts = useMemo(() => {
    const days = { fromOn, toOn: lastOn }
    return skill === null ? partsOf(pool, resourceId, days) : skillPartsOf(pool, skill, days)
  }, [pool, skill, resourceId, fromOn, lastOn])
  const elsewhere = useMemo(
    () => outsideLoadsOf(pool, resourceId, { fromOn, toOn: lastOn }),
    [pool, resourceId, fromOn, lastOn],
  )
  const byId = useMemo(() => new Map(rows.map((each) => [each.itemId, each])), [rows])
  const title = textsLoad.chosen(row.resource.name, whenInWords(fromOn, lastOn))
  return (
    <section className={styles.details} aria-label={title}>
      <div className={styles.detailsHead}>
        <p aria-live="polite">
          <strong>{title}</strong> {bucket && askedInWords(bucket)}
        </p>
        <CloseButton size="sm" aria-label={textsLoad.close} onClick={onClose} />
      </div>
      <ul className={styles.parts}>
        {parts.map((part) => {
          const item = byId.get(part.itemId)
          return (
            item && (
              <li key={part.itemId} className={styles.part}>
                <span className={styles.partHours}>{hours(part.workMin)}</span>
                <RowName row={item} />
              </li>
            )
          )
        })}
        {skill !== null && bucket && <GivenAlready bucket={bucket} skill={skill} />}
        {elsewhere.map((load) => (
          <li key={load.id} className={styles.part}>
            <span className={styles.partHours}>{hours(load.workMin)}</span>
            <span className={styles.elsewhere}>{elsewhereWords(load)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What those who have a skill do anyway. */
function GivenAlready({
  bucket,
  skill,
}: {
  readonly bucket: LoadRow['buckets'][number]
  readonly skill: string
}) {
  const givenMin = bucket.workMin - (bucket.openMin ?? 0)
  if (givenMin <= 0) return null
  return (
    <li className={styles.part}>
      <span className={styles.partHours}>{hours(givenMin)}</span>
      <span className={styles.elsewhere}>{textsOpenWork.givenAlready(skill)}</span>
    </li>
  )
}

function elsewhereWords({ title, projectName }: OutsideLoad): string {
  if (title === null) return textsShared.elsewhere
  return projectName === null ? title : textsShared.partOf(title, projectName)
}
