import type { InstanceView, ListedInstance, StepView } from '@millrace/contract'
import { Clock, Pause, TriangleAlert } from 'lucide-react'
import { paths, usePeek, useSlug } from '../../../platform/navigation.ts'
import { useDirectory, useItem } from '../../../platform/store/index.ts'
import { dayOf } from '../../../platform/time-zone.ts'
import {
  Checkbox,
  formatDay,
  formatInstant,
  Link,
  PersonAvatar,
  useNow,
  useTimeZone,
} from '../../../ui/index.ts'
import { formatClockSpan } from '../model/clock-span.ts'
import { texts } from '../texts.ts'
import { textsRepair } from '../texts-repair.ts'
import { textsSuspend } from '../texts-suspend.ts'
import { CancelInstance } from './cancel-instance.tsx'
import styles from './process.module.css'

type Props = {
  readonly instance: ListedInstance
  readonly steps: readonly StepView[]
  readonly canCancel: boolean
  readonly newest: number
  /** Null: nothing is chosen here. */
  readonly choose: { readonly isChosen: boolean; readonly onChoose: () => void } | null
}

/** One instance on a line: how far it is on its way, with whom, and how long it has been there. */
export function InstanceRow({ instance, steps, canCancel, newest, choose }: Props) {
  const now = useNow()
  const timeZone = useTimeZone()
  const { open, item, step, person } = useStanding(instance, steps)
  const { hereMs, isLate, isDueLate } = timesOf(instance, { open, step, now })
  return (
    <tr data-state={instance.state}>
      {choose && (
        <td>
          <Checkbox
            size="xs"
            aria-label={textsRepair.choose(instance.title)}
            checked={choose.isChosen}
            onChange={choose.onChoose}
          />
        </td>
      )}
      <td data-number className={styles.soft}>
        {instance.number}
      </td>
      <td className={styles.instanceTitle}>
        <Title instance={instance} newest={newest} isLate={isLate || isDueLate} />
      </td>
      <td>
        <Way instance={instance} currentId={open?.stepId ?? null} />
      </td>
      <td>
        <Place
          name={open ? (step?.name ?? texts.archivedStep) : texts.state[instance.state]}
          itemKey={open && item ? item.key : null}
        />
      </td>
      <td>
        {open && person && (
          <span className={styles.who}>
            <PersonAvatar person={person} size={18} /> {person.name}
          </span>
        )}
      </td>
      <td data-number data-late={isLate || undefined}>
        {hereMs === null ? '' : formatClockSpan(hereMs)}
      </td>
      <td data-number className={styles.soft} title={formatInstant(instance.startedAt)}>
        {formatClockSpan((instance.endedAt ?? now) - instance.startedAt)}
      </td>
      <td data-late={isDueLate || undefined}>
        {instance.dueAt === null ? '' : formatDay(dayOf(instance.dueAt - 1, timeZone))}
      </td>
      <td>{canCancel && instance.state === 'running' && <CancelInstance instance={instance} />}</td>
    </tr>
  )
}

type TitleProps = {
  readonly instance: ListedInstance
  readonly newest: number
  readonly isLate: boolean
}

/** What an instance is about, and whether something is wrong with it. */
function Title({ instance, newest, isLate }: TitleProps) {
  const slug = useSlug()
  return (
    <>
      <Link to={paths.instance(slug, instance.id)}>{instance.title}</Link>
      {instance.modelNumber !== newest && (
        <span className={styles.soft}> {textsRepair.version(instance.modelNumber, newest)}</span>
      )}
      {instance.suspension && (
        <span className={styles.mark} title={instance.suspension.reason}>
          <Pause size={12} aria-hidden /> {textsSuspend.suspended}
        </span>
      )}
      {instance.incidentCount > 0 ? (
        <span className={styles.stuck}>
          <TriangleAlert size={12} aria-hidden /> {textsRepair.stuck}
        </span>
      ) : (
        isLate && (
          <span className={styles.stuck}>
            <Clock size={12} aria-hidden /> {textsRepair.late}
          </span>
        )
      )}
    </>
  )
}

type PlaceProps = { readonly name: string; readonly itemKey: string | null }

/** Where an instance is; it leads to the item by which somebody does that. */
function Place({ name, itemKey }: PlaceProps) {
  const peek = usePeek()
  if (itemKey === null) return name
  return (
    <button type="button" className={styles.link} onClick={() => peek.open(itemKey)}>
      {name}
    </button>
  )
}

/** Where an instance is, with whom: its open activity, or the last one there was. */
function useStanding(instance: InstanceView, steps: readonly StepView[]) {
  const { people } = useDirectory()
  const open = instance.activities.findLast((activity) => activity.closedAt === null)
  const item = useItem((open ?? instance.activities.at(-1))?.itemId)
  const step = steps.find((each) => each.id === open?.stepId)
  return { open, item, step, person: people.get(item?.responsibleId ?? '') }
}

type Standing = {
  readonly open: InstanceView['activities'][number] | undefined
  readonly step: StepView | undefined
  readonly now: number
}

/** How long an instance has been where it is, and whether that or its due day is too long ago. */
function timesOf(instance: InstanceView, { open, step, now }: Standing) {
  const hereMs = open ? now - open.openedAt : null
  const expectedMin = step?.expectedMin ?? null
  return {
    hereMs,
    isLate: hereMs !== null && expectedMin !== null && hereMs > expectedMin * 60_000,
    isDueLate: instance.state === 'running' && instance.dueAt !== null && instance.dueAt < now,
  }
}

type WayProps = { readonly instance: InstanceView; readonly currentId: string | null }

/** The steps of an instance as dots: behind it, here, and to come. */
function Way({ instance, currentId }: WayProps) {
  const done = new Set(instance.activities.flatMap((each) => (each.closedAt === null ? [] : [each.stepId])))
  const at = instance.stepIds.findIndex((id) => id === currentId)
  const reached = at >= 0 ? at + 1 : instance.stepIds.filter((id) => done.has(id)).length
  const words = texts.of(reached, instance.stepIds.length)
  return (
    <span className={styles.way} role="img" aria-label={words} title={words}>
      {instance.stepIds.map((id) => (
        <span
          key={id}
          className={styles.dot}
          data-at={id === currentId ? 'here' : done.has(id) ? 'done' : 'later'}
        />
      ))}
    </span>
  )
}
