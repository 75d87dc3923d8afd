import type { ContainerView, ProcessCounts } from '@millrace/contract'
import { paths, useSlug } from '../../../platform/navigation.ts'
import { useDirectory } from '../../../platform/store/index.ts'
import { formatCount, KindGlyph, Link, PersonAvatar, PlainTable, RelativeTime } from '../../../ui/index.ts'
import { useProcessCounts } from '../hooks/use-process-counts.ts'
import { listTexts as texts } from '../texts-list.ts'
import styles from './process-list.module.css'
import { StartInstance } from './start-instance.tsx'

type Props = {
  readonly processes: readonly ContainerView[]
  /** How many items of a process are past their day; undefined until it is known. */
  readonly lateOf: (containerId: string) => number | undefined
}

/** Processes as lines: who answers for them, what runs, what is stuck or late, and a way to start one. */
export function ProcessList({ processes, lateOf }: Props) {
  const counts = useProcessCounts()
  const { column } = texts
  return (
    <div className={styles.list}>
      <PlainTable
        label={texts.label}
        narrow="cards"
        columns={[
          ...[column.name, column.owner, column.running, column.stuck, column.late, column.changed, ''],
        ]}
      >
        {processes.map((process) => (
          <Row
            key={process.id}
            {...{ process, late: lateOf(process.id) }}
            isKnown={counts !== undefined}
            counts={counts?.get(process.id)}
          />
        ))}
      </PlainTable>
    </div>
  )
}

type RowProps = {
  readonly process: ContainerView
  readonly isKnown: boolean
  /** Undefined: it is not published. */
  readonly counts: ProcessCounts | undefined
  readonly late: number | undefined
}

function Row({ process, isKnown, counts, late }: RowProps) {
  const slug = useSlug()
  const { people } = useDirectory()
  const owner = people.get(process.ownerId ?? '')
  const { column } = texts
  const mayStart = process.myRole === 'manager' || process.myRole === 'contributor'
  return (
    <tr>
      <th scope="row" className={styles.cell}>
        <Link to={paths.container(slug, process.key, 'plan')} className={styles.name}>
          <KindGlyph kind="process" />
          <span className={styles.nameText}>{process.name}</span>
          <span className={styles.key}>{process.key}</span>
        </Link>
      </th>
      <td data-label={column.owner}>
        {owner && (
          <span className={styles.person}>
            <PersonAvatar person={owner} size={18} /> {owner.name}
          </span>
        )}
      </td>
      <Count label={column.running} value={counts?.running} />
      <Count label={column.stuck} value={counts?.stuck} isBad />
      <Count label={column.late} value={late} isBad title={texts.late} />
      <td data-label={column.changed} className={styles.soft}>
        {counts ? <RelativeTime at={counts.publishedAt} /> : isKnown && texts.notPublished}
      </td>
      <td className={styles.start}>
        {counts && mayStart && process.archivedAt === null && (
          <StartInstance containerId={process.id} name={texts.startOf(process.name)} />
        )}
      </td>
    </tr>
  )
}

type CountProps = {
  readonly label: string
  readonly value: number | undefined
  readonly isBad?: boolean
  readonly title?: string
}

function Count({ label, value, isBad = false, title }: CountProps) {
  const tone = value === undefined || value === 0 ? 'none' : isBad ? 'bad' : undefined
  return (
    <td data-label={label} data-tone={tone} className={styles.count} title={title}>
      {value === undefined ? '' : formatCount(value)}
    </td>
  )
}
