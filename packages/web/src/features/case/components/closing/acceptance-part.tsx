import type { CasePlanView } from '@millrace/contract'
import { useState } from 'react'
import { useDirectory } from '../../../../platform/store/index.ts'
import { Button, formatInstant, Textarea } from '../../../../ui/index.ts'
import { closingTexts as texts } from '../../texts-closing.ts'
import styles from './closing.module.css'

type Props = {
  readonly closing: CasePlanView['closing']
  readonly ownerId: string | null
  /** Required steps are open, and there is no outcome yet. */
  readonly isOpen: boolean
  readonly onAccept: (note: string) => void
}

/** Whoever asked for the case accepts its outcome; others see who that is. */
export function AcceptancePart({ closing, ownerId, isOpen, onAccept }: Props) {
  const { people, me } = useDirectory()
  const [note, setNote] = useState('')
  const acceptorId = closing.requesterId ?? ownerId
  const nameOf = (id: string | null) => people.get(id ?? '')?.name ?? texts.somebody
  if (closing.acceptedAt !== null)
    return (
      <p className={styles.done}>
        {texts.accepted(nameOf(closing.acceptedBy), formatInstant(closing.acceptedAt))}
        {closing.acceptanceNote !== '' && `: ${closing.acceptanceNote}`}
      </p>
    )
  if (acceptorId !== null && acceptorId !== me.personId) return <p>{texts.waitsFor(nameOf(acceptorId))}</p>
  return (
    <div className={styles.part}>
      <Textarea
        label={texts.acceptNote}
        autosize
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button variant="default" disabled={isOpen} onClick={() => onAccept(note.trim())}>
        {texts.accept}
      </Button>
    </div>
  )
}
