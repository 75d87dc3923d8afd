import type { TimeEntryView } from '@millrace/contract'
import { Pencil, Play, Square, X } from 'lucide-react'
import { useState } from 'react'
import { useDirectory, useItem } from '../../../platform/store/index.ts'
import {
  Button,
  ErrorState,
  formatDay,
  formatEffort,
  notifications,
  PersonAvatar,
  Skeleton,
  useNow,
} from '../../../ui/index.ts'
import { type ItemTimeModel, useItemTime } from '../hooks/use-item-time.ts'
import { useTimer } from '../hooks/use-timer.ts'
import { costTexts as words } from '../texts.ts'
import styles from './item-time.module.css'
import { TimeForm } from './time-form.tsx'

type Props = { readonly itemId: string }

const MINUTE_MS = 60_000

/** The time spent on an item: the timer, a line to write on, and what everybody has written. */
export function ItemTime({ itemId }: Props) {
  const time = useItemTime(itemId)
  const item = useItem(itemId)
  const { containers, organisation } = useDirectory()
  const roles = item?.containerIds.map((id) => containers.get(id)?.myRole) ?? []
  const canManage = roles.includes('manager')
  const canWrite = item?.archivedAt === null && (canManage || roles.includes('contributor'))
  if (time.error) return <ErrorState title={words.failed} error={time.error} onRetry={time.retry} />
  if (!time.entries) return <Skeleton rows={3} label={words.loading} />
  return (
    <div className={styles.time}>
      <div className={styles.top}>
        <span>
          {words.spent(formatEffort(time.ownMin))}
          {time.belowMin > 0 && `, ${words.below(formatEffort(time.belowMin))}`}
        </span>
        {canWrite && <TimerButton itemId={itemId} />}
      </div>
      {canWrite && (
        <TimeForm weekStart={organisation.weekStart} submitLabel={words.add} onSubmit={time.add} />
      )}
      {time.entries.length === 0 && <p className={styles.empty}>{words.empty}</p>}
      <ul className={styles.entries} aria-label={words.entries}>
        {time.entries.map((entry) => (
          <Entry key={entry.id} entry={entry} time={time} canWrite={canWrite} canManage={canManage} />
        ))}
      </ul>
      {time.older && (
        <Button variant="subtle" onClick={time.older}>
          {words.older}
        </Button>
      )}
    </div>
  )
}

function TimerButton({ itemId }: Props) {
  const { timer, start, stop } = useTimer()
  const isHere = timer?.itemId === itemId
  const Sign = isHere ? Square : Play
  return (
    <Button
      variant="default"
      leftSection={<Sign size={13} aria-hidden />}
      onClick={() => void (isHere ? stop(timer) : start(itemId))}
    >
      {isHere ? words.stop : words.start}
    </Button>
  )
}

type EntryProps = {
  readonly entry: TimeEntryView
  readonly time: ItemTimeModel
  readonly canWrite: boolean
  readonly canManage: boolean
}

function Entry({ entry, time, canWrite, canManage }: EntryProps) {
  const { people, me, organisation } = useDirectory()
  const [isEdited, setEdited] = useState(false)
  const now = useNow()
  const person = people.get(entry.personId) ?? null
  const mayChange = canManage || (canWrite && entry.personId === me.personId)
  const remove = async () => {
    const isDone = await time.remove(entry)
    if (isDone) tellRemoved(entry.personId === me.personId ? () => void time.add(entry) : null)
  }
  if (isEdited) {
    return (
      <li className={styles.entry}>
        <TimeForm
          initial={entry}
          weekStart={organisation.weekStart}
          submitLabel={words.save}
          onCancel={() => setEdited(false)}
          onSubmit={async (patch) => {
            const isDone = await time.change(entry, patch)
            if (isDone) setEdited(false)
            return isDone
          }}
        />
      </li>
    )
  }
  return (
    <li className={styles.entry}>
      <PersonAvatar person={person} size={20} />
      <span className={styles.who}>{person?.name ?? words.somebody}</span>
      <span className={styles.day}>{formatDay(entry.day)}</span>
      <span className={styles.minutes}>
        {entry.isRunning && entry.startedAt !== null
          ? words.since(formatEffort(Math.max(0, Math.floor((now - entry.startedAt) / MINUTE_MS))))
          : formatEffort(entry.minutes)}
      </span>
      <span className={styles.note}>{entry.note}</span>
      {mayChange && !entry.isRunning && (
        <span className={styles.tools}>
          <button
            type="button"
            className="plain-button"
            aria-label={words.change}
            onClick={() => setEdited(true)}
          >
            <Pencil size={13} aria-hidden />
          </button>
          <button
            type="button"
            className="plain-button"
            aria-label={words.remove}
            onClick={() => void remove()}
          >
            <X size={13} aria-hidden />
          </button>
        </span>
      )}
    </li>
  )
}

/** What one has written oneself can be written again. */
function tellRemoved(writeAgain: (() => void) | null): void {
  const id = 'time-removed'
  notifications.show({
    id,
    message: (
      <>
        {words.removed}{' '}
        {writeAgain && (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => {
              notifications.hide(id)
              writeAgain()
            }}
          >
            {words.undo}
          </Button>
        )}
      </>
    ),
  })
}
