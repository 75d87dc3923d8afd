import { useQuery } from '@tanstack/react-query'
import { call, type Output } from '../../platform/api.ts'
import { fieldWords } from '../../platform/field-words.ts'
import type { Refused } from '../../platform/refused.ts'
import { useDirectory, useItem, useStore } from '../../platform/store/index.ts'
import { RelativeTime } from '../../ui/index.ts'
import { texts } from '../texts.ts'
import styles from './store-notices.module.css'

type Props = {
  readonly itemId: string
  readonly refused: Refused
  readonly onKeep: () => void
  readonly onTake: () => void
}

/** "Rosa changed the due date 4 s ago": keep one's own value, or take theirs. */
export function ConflictNotice({ itemId, refused, onKeep, onTake }: Props) {
  const { organisationId } = useStore()
  const { people, fields } = useDirectory()
  const item = useItem(itemId)
  const changed = Array.isArray(refused.params['fields']) ? refused.params['fields'].map(String) : []
  const activity = useQuery({
    queryKey: ['conflict', itemId, refused.params],
    queryFn: () => call('work.listItemActivity', { item: itemId, limit: 10 }, { organisationId }),
    staleTime: 0,
  })
  const last = activity.data?.events.find((event) => touches(event, changed))
  const personId = last?.actor['personId']
  const who =
    (typeof personId === 'string' ? people.get(personId)?.name : undefined) ?? texts.notices.somebody
  const what = changed.map((field) => fields.get(field)?.name ?? fieldWords(field)).join(texts.notices.and)
  return (
    <div>
      <p>
        {texts.notices.changed(who, what)} <bdi>{item?.key ?? texts.notices.item}</bdi>
        {last && ' '}
        {last && <RelativeTime at={last.at} />}.
      </p>
      <div className={styles.choices}>
        <button type="button" className={styles.action} onClick={onKeep}>
          {texts.notices.keepMine}
        </button>
        <button type="button" className={styles.action} onClick={onTake}>
          {texts.notices.takeTheirs}
        </button>
      </div>
    </div>
  )
}

type ActivityEvent = Output<'work.listItemActivity'>['events'][number]

function touches(event: ActivityEvent, changed: readonly string[]): boolean {
  const changes = event.data['changes']
  if (typeof changes !== 'object' || changes === null) return false
  const names = new Set(Object.keys(changes))
  return changed.some((field) => names.has(field)) || names.has('fields')
}
