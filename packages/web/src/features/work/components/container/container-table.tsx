import type { ContainerView } from '@millrace/contract'
import type { ContainerKind } from '@millrace/core/work'
import { Lock } from 'lucide-react'
import { paths, useSlug } from '../../../../platform/navigation.ts'
import { formatCount, KindGlyph, Link, PersonAvatar } from '../../../../ui/index.ts'
import type { ContainerCounts } from '../../hooks/use-container-counts.ts'
import { useLookup } from '../../hooks/use-lookup.ts'
import { textsContainers } from '../../texts-containers.ts'
import { DueMark } from '../marks/due-mark.tsx'
import styles from './container.module.css'

type Props = {
  readonly kind: ContainerKind
  readonly containers: readonly ContainerView[]
  readonly counts: ReadonlyMap<string, ContainerCounts>
}

/** Containers of one kind as lines: who, when, and how the work stands. */
export function ContainerTable({ kind, containers, counts }: Props) {
  const slug = useSlug()
  const lookup = useLookup()
  const { column } = textsContainers
  return (
    <div className={styles.scroller}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{column.name}</th>
            {kind === 'case' && <th scope="col">{column.subject}</th>}
            <th scope="col">{column.state}</th>
            <th scope="col">{column.owner}</th>
            <th scope="col">{column.dates}</th>
            <th scope="col">{column.progress}</th>
            <th scope="col" data-number>
              {column.open}
            </th>
            <th scope="col" data-number>
              {column.overdue}
            </th>
            <th scope="col" data-number>
              {column.blocked}
            </th>
          </tr>
        </thead>
        <tbody>
          {containers.map((container) => {
            const owner = lookup.people.get(container.ownerId ?? '')
            const count = counts.get(container.id)
            return (
              <tr key={container.id}>
                <td>
                  <Link to={paths.container(slug, container.key, 'work')} className={styles.name}>
                    <KindGlyph kind={container.kind} />
                    <span className={styles.nameText}>{container.name}</span>
                    <span className={styles.key}>{container.key}</span>
                    {container.visibility === 'private' && (
                      <Lock size={12} role="img" aria-label={textsContainers.private} />
                    )}
                  </Link>
                </td>
                {kind === 'case' && <td className={styles.soft}>{container.subject}</td>}
                <td className={styles.soft}>{textsContainers.state[container.state]}</td>
                <td>
                  {owner && (
                    <span className={styles.person}>
                      <PersonAvatar person={owner} size={18} /> {owner.name}
                    </span>
                  )}
                </td>
                <td>
                  <DueMark
                    item={{ ...container, stateGroup: container.state === 'closed' ? 'done' : 'ready' }}
                    today={lookup.today}
                  />
                </td>
                <td>{count && <DoneShare count={count} />}</td>
                <Count value={count?.open} />
                <Count value={count?.overdue} tone="late" />
                <Count value={count?.blocked} tone="late" />
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

type ShareProps = { readonly count: ContainerCounts }

function DoneShare({ count }: ShareProps) {
  const all = count.open + count.done
  if (all === 0) return null
  const share = Math.round((count.done / all) * 100)
  return (
    <span className={styles.share} title={textsContainers.progress(count.done, all)}>
      <span className={styles.shareBar} aria-hidden>
        <span style={{ inlineSize: `${String(share)}%` }} />
      </span>
      {share} %
    </span>
  )
}

type CountProps = { readonly value: number | undefined; readonly tone?: 'late' }

function Count({ value, tone }: CountProps) {
  return (
    <td data-number data-tone={value === undefined || value === 0 ? 'none' : tone}>
      {value === undefined ? '' : formatCount(value)}
    </td>
  )
}
