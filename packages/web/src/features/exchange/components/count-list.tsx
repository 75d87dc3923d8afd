import type { ImportCounts } from '@millrace/contract'
import { plural } from '../../../platform/language/index.ts'
import { formatCount } from '../../../ui/index.ts'
import { texts } from '../texts.ts'
import styles from './exchange.module.css'

type Props = { readonly counts: ImportCounts }

const ORDER = Object.keys(texts.count) as (keyof ImportCounts)[] // The names of the texts are the counts.

/** How many of what; nothing of something is not worth a word. */
export function CountList({ counts }: Props) {
  return (
    <ul className={styles.counts}>
      {ORDER.filter((name) => counts[name] > 0 || name === 'items').map((name) => (
        <li key={name} data-left-out={name === 'rowsLeftOut' || undefined}>
          <strong>{formatCount(counts[name])}</strong> {plural(texts.count[name], counts[name])}
        </li>
      ))}
    </ul>
  )
}
