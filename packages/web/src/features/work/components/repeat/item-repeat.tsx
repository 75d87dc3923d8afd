import type { RecurrenceView } from '@millrace/contract'
import type { WorkItem } from '@millrace/core/work'
import { Repeat } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { paths, useSlug } from '../../../../platform/navigation.ts'
import { wordsOf } from '../../../../platform/refused.ts'
import { formatDay, Link } from '../../../../ui/index.ts'
import { seriesInWords } from '../../model/repeat-words.ts'
import { textsRepeat as words } from '../../texts-repeat.ts'
import styles from '../item/item-panel.module.css'

const RepeatDialog = lazy(async () => ({ default: (await import('./repeat-dialog.tsx')).RepeatDialog }))

type Props = {
  readonly item: WorkItem
  readonly recurrence: RecurrenceView | null | undefined
  readonly canWrite: boolean
}

/** How an item repeats, and a way to say so. */
export function ItemRepeat({ item, recurrence, canWrite }: Props) {
  const slug = useSlug()
  const [isOpen, setOpen] = useState(false)
  const isNewest = recurrence?.itemId === item.id
  const isOpenItem = item.archivedAt === null && item.stateGroup !== 'done'
  const canEdit = canWrite && (recurrence ? isNewest : isOpenItem)
  if (!recurrence && !canEdit) return null
  const text = recurrence ? words.set(seriesInWords(recurrence)) : words.unset
  return (
    <>
      <dl className={styles.properties}>
        <div className={styles.property}>
          <dt className={styles.propertyName}>{words.name}</dt>
          <dd className={styles.propertyValue}>
            {canEdit ? (
              <button
                type="button"
                className={styles.valueButton}
                aria-haspopup="dialog"
                onClick={() => setOpen(true)}
              >
                {recurrence && <Repeat size={13} aria-hidden />}
                <span className={recurrence ? undefined : styles.unset}>{text}</span>
              </button>
            ) : (
              <span className={styles.readOnly}>
                <Repeat size={13} aria-hidden />
                {text}
              </span>
            )}
          </dd>
        </div>
      </dl>
      {recurrence && (
        <p className={styles.hint}>
          {recurrence.problem ? (
            <span role="alert">
              {words.rests} {wordsOf(recurrence.problem.code, recurrence.problem.params)?.sentence}
            </span>
          ) : isNewest ? (
            whenNext(recurrence)
          ) : (
            <Link to={paths.item(slug, recurrence.itemKey)}>{words.newest(recurrence.itemKey)}</Link>
          )}
        </p>
      )}
      <Suspense fallback={null}>
        {isOpen && (
          <RepeatDialog item={item} recurrence={recurrence ?? null} onClose={() => setOpen(false)} />
        )}
      </Suspense>
    </>
  )
}

function whenNext({ rule, nextOn }: RecurrenceView): string {
  if (nextOn !== null) return words.nextMade(formatDay(nextOn))
  return rule.kind === 'afterDone' ? words.nextWhenDone : words.last
}
