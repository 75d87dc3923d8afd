import type { WorkItem } from '@millrace/core/work'
import { paths, useSlug } from '../../../../platform/navigation.ts'
import { useItem } from '../../../../platform/store/index.ts'
import { dayOf } from '../../../../platform/time-zone.ts'
import { formatDay, formatInstant, KindGlyph, Link } from '../../../../ui/index.ts'
import type { Lookup } from '../../model/lookup.ts'
import { formatSpan } from '../../model/span.ts'
import { textsItem } from '../../texts-item.ts'
import styles from './item-panel.module.css'

type Props = { readonly item: WorkItem; readonly lookup: Lookup }

/** Where an item comes from: what it is part of, when and by whom it was opened, where else it is a member. */
export function ItemOrigin({ item, lookup }: Props) {
  const slug = useSlug()
  const parent = useItem(item.parentId)
  const creator = item.createdBy === null ? null : (lookup.people.get(item.createdBy)?.name ?? null)
  const others = item.containerIds.slice(1).flatMap((id) => lookup.containers.get(id) ?? [])
  const opened = formatDay(dayOf(item.createdAt, lookup.organisation.timeZone), lookup.now)
  return (
    <div className={styles.origin}>
      {parent && (
        <span>
          {textsItem.partOf}{' '}
          <Link to={paths.item(slug, parent.key)} className={styles.originLink}>
            {parent.key} {parent.title}
          </Link>
        </span>
      )}
      <span title={formatInstant(item.createdAt)}>{textsItem.created(opened, creator)}</span>
      <span title={formatInstant(item.stateSince)}>
        {textsItem.inStateFor(formatSpan(lookup.now - item.stateSince))}
      </span>
      {others.length > 0 && (
        <span className={styles.alsoIn}>
          {textsItem.alsoIn}
          {others.map((container) => (
            <Link key={container.id} to={paths.container(slug, container.key)} className={styles.originLink}>
              <KindGlyph kind={container.kind} size={12} /> {container.name}
            </Link>
          ))}
        </span>
      )}
    </div>
  )
}
