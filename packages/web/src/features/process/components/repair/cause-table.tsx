import type { IncidentGroupView } from '@millrace/contract'
import { paths, useSlug } from '../../../../platform/navigation.ts'
import { useEntity } from '../../../../platform/store/index.ts'
import { Link, PlainTable, useNow } from '../../../../ui/index.ts'
import { formatClockSpan } from '../../model/clock-span.ts'
import { causeWords, placeName } from '../../model/standing-words.ts'
import { textsRepair as texts } from '../../texts-repair.ts'
import { BulkMenu } from './bulk-menu.tsx'
import styles from './desk.module.css'

type Props = { readonly groups: readonly IncidentGroupView[] }

/** The causes of incidents, the most frequent first, each to be mended as a whole. */
export function CauseTable({ groups }: Props) {
  const { incidentColumn: column } = texts
  return (
    <PlainTable
      label={texts.causes}
      narrow="cards"
      columns={[texts.process, column.place, column.cause, texts.incidents, column.since, '']}
    >
      {groups.map((group) => (
        <CauseRow key={`${group.containerId} ${group.elementId} ${group.kind} ${group.text}`} group={group} />
      ))}
    </PlainTable>
  )
}

type RowProps = { readonly group: IncidentGroupView }

function CauseRow({ group }: RowProps) {
  const slug = useSlug()
  const now = useNow()
  const process = useEntity('container', group.containerId)
  const canRepair = process?.myRole === 'manager' && process.archivedAt === null
  const { incidentColumn: column } = texts
  return (
    <tr>
      <th scope="row" className={styles.rowName}>
        {process ? <Link to={paths.container(slug, process.key, 'plan')}>{process.name}</Link> : ''}
      </th>
      <td data-label={column.place}>{placeName(group)}</td>
      <td data-label={column.cause} className={styles.cause}>
        {texts.problem[group.kind]}
        <span className={styles.code}>{causeWords(group.text)}</span>
      </td>
      <td data-label={texts.incidents} className={styles.number}>
        <strong>{group.count}</strong>
        {group.instanceCount !== group.count && (
          <span className={styles.soft}> {texts.instances(group.instanceCount)}</span>
        )}
      </td>
      <td data-label={column.since}>{texts.oldest(formatClockSpan(now - group.oldestAt))}</td>
      <td className={styles.end}>
        {canRepair && (
          <BulkMenu
            containerId={group.containerId}
            which={{ filter: { elementId: group.elementId, incidentText: group.text } }}
            howMany={texts.instances(group.instanceCount)}
            at={group.elementId}
            places={[{ value: group.elementId, label: placeName(group) }]}
          />
        )}
      </td>
    </tr>
  )
}
