import type { ReactNode } from 'react'
import type { SharedPool } from '../../model/load/with-outside.ts'
import type { Worst } from '../../model/load/worst.ts'
import { textsLoad } from '../../texts-load.ts'
import { textsShared } from '../../texts-shared.ts'
import styles from './load.module.css'
import { lastOf, shareInWords, whenInWords } from './load-words.ts'
import type { LoadRow } from './use-load.ts'

type Props = {
  readonly worst: Worst<LoadRow> | null
  readonly all: number
  readonly pool: SharedPool
  readonly toOn: string
  readonly onWorst: () => void
  readonly children: ReactNode
}

/** What the load comes to in a sentence, and what its signs mean. */
export function LoadLine({ worst, all, pool, toOn, onWorst, children }: Props) {
  const isOver = worst !== null && worst.tooMuch > 0
  return (
    <div className={styles.line}>
      <span className={styles.reading} data-over={isOver || undefined}>
        {isOver ? textsLoad.tooMuch(worst.tooMuch, all) : textsLoad.fits}
      </span>
      {worst && (
        <span className={styles.note}>
          {textsLoad.worst(
            worst.row.resource.name,
            whenInWords(worst.bucket.on, lastOf(worst.row.buckets, worst.index, toOn)),
            shareInWords(worst.bucket),
          )}{' '}
          <button type="button" className={styles.link} title={`${textsLoad.toWorst} (M)`} onClick={onWorst}>
            {textsLoad.toWorst}
          </button>
        </span>
      )}
      {pool.uncounted > 0 && <span className={styles.note}>{textsLoad.uncounted(pool.uncounted)}</span>}
      {pool.outside.length > 0 && <span className={styles.note}>{outsideWords(pool)}</span>}
      <span className={styles.lineEnd}>
        <span className={styles.legend}>
          <i className={styles.signBand} aria-hidden /> {textsLoad.legend.band}
        </span>
        <span className={styles.legend}>
          <i className={styles.signOver} aria-hidden /> {textsLoad.legend.over}
        </span>
        {children}
      </span>
    </div>
  )
}

function outsideWords({ outside }: SharedPool): string {
  const projects = new Set(outside.flatMap(({ containerId }) => containerId ?? []))
  const isNameless = outside.some(({ containerId }) => containerId === null)
  return isNameless || projects.size === 0 ? textsShared.countedNameless : textsShared.counted(projects.size)
}
