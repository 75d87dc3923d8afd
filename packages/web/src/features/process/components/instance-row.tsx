import type { InstanceView, StepView } from '@millrace/contract'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { usePeek } from '../../../platform/navigation.ts'
import { useCommands, useDirectory, useItem } from '../../../platform/store/index.ts'
import {
  ActionIcon,
  Button,
  formatDay,
  formatInstant,
  Menu,
  Modal,
  PersonAvatar,
  useNow,
} from '../../../ui/index.ts'
import { formatClockSpan } from '../model/clock-span.ts'
import { texts } from '../texts.ts'
import styles from './process.module.css'

type Props = {
  readonly instance: InstanceView
  readonly steps: readonly StepView[]
  readonly canCancel: boolean
}

/** One instance on a line: how far it is on its way, with whom, and how long it has been there. */
export function InstanceRow({ instance, steps, canCancel }: Props) {
  const peek = usePeek()
  const now = useNow()
  const { people } = useDirectory()
  const [asks, setAsks] = useState(false)
  const { run } = useCommands()
  const open = instance.activities.findLast((activity) => activity.closedAt === null)
  const last = open ?? instance.activities.at(-1)
  const item = useItem(last?.itemId)
  const step = steps.find((each) => each.id === open?.stepId)
  const person = people.get(item?.responsibleId ?? '')
  const hereMs = open ? now - open.openedAt : null
  const isLate = hereMs !== null && step?.expectedMin != null && hereMs > step.expectedMin * 60_000
  const isDueLate = instance.state === 'running' && instance.dueAt !== null && instance.dueAt < now
  return (
    <tr data-state={instance.state}>
      <td data-number className={styles.soft}>
        {instance.number}
      </td>
      <td className={styles.instanceTitle}>
        {item ? (
          <button type="button" className={styles.link} onClick={() => peek.open(item.key)}>
            {instance.title}
          </button>
        ) : (
          instance.title
        )}
      </td>
      <td>
        <Way instance={instance} currentId={open?.stepId ?? null} />
      </td>
      <td>{open ? (step?.name ?? texts.archivedStep) : texts.state[instance.state]}</td>
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
        {instance.dueAt === null ? '' : formatDay(new Date(instance.dueAt).toISOString().slice(0, 10))}
      </td>
      <td>
        {canCancel && instance.state === 'running' && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon size={24} aria-label={texts.instanceActions(instance.title)}>
                <Ellipsis size={14} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item color="red" onClick={() => setAsks(true)}>
                {texts.cancel}…
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
        <Modal opened={asks} onClose={() => setAsks(false)} title={texts.cancelSure(instance.title)}>
          <p className={styles.soft}>{texts.cancelWhat}</p>
          <div className={styles.formEnd}>
            <Button variant="default" onClick={() => setAsks(false)}>
              {texts.keepIt}
            </Button>
            <Button
              color="red"
              data-autofocus
              onClick={() => {
                setAsks(false)
                void run('process.cancelInstance', { id: instance.id })
              }}
            >
              {texts.cancel}
            </Button>
          </div>
        </Modal>
      </td>
    </tr>
  )
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
