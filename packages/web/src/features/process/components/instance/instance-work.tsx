import type { StandingView } from '@millrace/contract'
import { ArrowRightLeft } from 'lucide-react'
import { usePeek } from '../../../../platform/navigation.ts'
import { useDirectory } from '../../../../platform/store/index.ts'
import { formatInstant, PersonAvatar, PlainTable, Section, useNow } from '../../../../ui/index.ts'
import { formatClockSpan } from '../../model/clock-span.ts'
import { textsRepair as texts } from '../../texts-repair.ts'
import styles from './instance.module.css'

type Props = { readonly work: StandingView['work'] }

/** What people did in an instance: how long it waited for them, how long it took them, and where it changed hands. */
export function InstanceWork({ work }: Props) {
  const { column } = texts
  return (
    <Section title={texts.part.work}>
      {work.length === 0 ? (
        <p className={styles.soft}>{texts.noWork}</p>
      ) : (
        <PlainTable
          label={texts.part.work}
          narrow="cards"
          columns={[column.step, column.who, column.waited, column.took, column.done]}
        >
          {work.map((one) => (
            <WorkRow key={`${one.itemId} ${String(one.openedAt)}`} one={one} />
          ))}
        </PlainTable>
      )}
    </Section>
  )
}

type RowProps = { readonly one: StandingView['work'][number] }

function WorkRow({ one }: RowProps) {
  const now = useNow()
  const peek = usePeek()
  const { people } = useDirectory()
  const person = people.get(one.responsibleId ?? '')
  const end = one.closedAt ?? now
  const begun = one.startedAt === null ? null : Math.max(one.openedAt, Math.min(one.startedAt, end))
  return (
    <tr>
      <th scope="row" className={styles.rowName}>
        <button type="button" className={styles.link} title={one.title} onClick={() => peek.open(one.key)}>
          {one.stepName}
        </button>
      </th>
      <td data-label={texts.column.who}>
        {person ? (
          <span className={styles.who}>
            <PersonAvatar person={person} size={18} /> {person.name}
          </span>
        ) : (
          texts.nobody
        )}
        {one.isHandedOver && (
          <span className={styles.handover}>
            <ArrowRightLeft size={12} aria-hidden /> {texts.handover}
          </span>
        )}
      </td>
      <td data-label={texts.column.waited}>{formatClockSpan((begun ?? end) - one.openedAt)}</td>
      <td data-label={texts.column.took}>{begun === null ? '' : formatClockSpan(end - begun)}</td>
      <td data-label={texts.column.done}>
        {one.closedAt === null ? texts.open : formatInstant(one.closedAt)}
      </td>
    </tr>
  )
}
