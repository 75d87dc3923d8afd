import type { ActivityView } from '@millrace/contract'
import { Bot } from 'lucide-react'
import { paths, useSlug } from '../../../../platform/navigation.ts'
import { useItem } from '../../../../platform/store/index.ts'
import { Link, PersonAvatar, RelativeTime } from '../../../../ui/index.ts'
import { activityInWords, itemIdOf } from '../../model/activity-words.ts'
import type { Lookup } from '../../model/lookup.ts'
import styles from './item-panel.module.css'

type Props = {
  readonly event: ActivityView
  readonly lookup: Lookup
  /** Where the history is not that of one item. */
  readonly namesItem: boolean
}

/** One fact of the journal: who, what, to which item, and when. */
export function ActivityLine({ event, lookup, namesItem }: Props) {
  const slug = useSlug()
  const item = useItem(namesItem ? itemIdOf(event) : null)
  const { who, personId, text, details } = activityInWords(event, lookup)
  const person = personId === null ? undefined : lookup.people.get(personId)
  return (
    <li className={styles.event}>
      {person ? (
        <PersonAvatar person={person} size={18} />
      ) : (
        <span className={styles.engine}>
          <Bot size={13} aria-hidden />
        </span>
      )}
      <div className={styles.eventText}>
        <strong>{who}</strong> {text} <RelativeTime at={event.at} className={styles.when ?? ''} />
        {item && (
          <Link to={paths.item(slug, item.key)} className={styles.eventItem}>
            {item.key} {item.title}
          </Link>
        )}
        {details.length > 0 && (
          <ul className={styles.details}>
            {details.map((detail) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}
