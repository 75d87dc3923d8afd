import { useEffect, useRef } from 'react'
import { useDirectory } from '../../../../platform/store/index.ts'
import { PersonAvatar } from '../../../../ui/index.ts'
import { type Present, usePresence } from '../../hooks/use-presence.ts'
import { textsPresence } from '../../texts-presence.ts'
import styles from './item-presence.module.css'

type Props = { readonly itemId: string }
type Named = Present & { readonly name: string; readonly colour: number }

const SHOWN_MAX = 3

/** Who else has the item before them; nothing while one is alone. What they write is marked where it stands. */
export function ItemPresence({ itemId }: Props) {
  const place = useRef<HTMLSpanElement>(null)
  const { people } = useDirectory()
  const named = usePresence(itemId, place).flatMap((present): readonly Named[] => {
    const person = people.get(present.personId)
    return person ? [{ ...present, name: person.name, colour: person.colour }] : []
  })
  const writing = named.filter(({ field }) => field !== null)
  useEffect(() => markFields(place.current, writing))
  const hidden = named.length - SHOWN_MAX
  return (
    <span
      ref={place}
      className={styles.people}
      {...(named.length > 0 ? { role: 'group', 'aria-label': textsPresence.group } : {})}
    >
      {named.slice(0, SHOWN_MAX).map((person) => (
        <span
          key={person.personId}
          className={styles.person}
          data-writing={person.field !== null || undefined}
        >
          <PersonAvatar person={person} size={22} label={wordsOf(person)} />
        </span>
      ))}
      {hidden > 0 && <span className={styles.more}>{textsPresence.more(hidden)}</span>}
      <span className={styles.spoken} role="status">
        {writing.map(wordsOf).join('. ')}
      </span>
    </span>
  )
}

function wordsOf({ name, field }: Named): string {
  if (field === 'title' || field === 'description' || field === 'comment')
    return textsPresence.writes[field](name)
  return textsPresence.looks(name)
}

/** Writes on each field who is writing in it; its own style shows that on its edge, so that nothing moves. */
function markFields(place: HTMLElement | null, writing: readonly Named[]): () => void {
  const fields = [...(place?.closest('article')?.querySelectorAll<HTMLElement>('[data-field]') ?? [])]
  for (const field of fields) {
    const words = writing.filter((person) => person.field === field.dataset['field']).map(wordsOf)
    if (words.length > 0) field.dataset['writtenBy'] = words.join(', ')
  }
  return () => {
    for (const field of fields) delete field.dataset['writtenBy']
  }
}
