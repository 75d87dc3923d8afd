import type { CasePlanView } from '@millrace/contract'
import { useState } from 'react'
import { Button, formatInstant, TextInput } from '../../../../ui/index.ts'
import { closingTexts as texts } from '../../texts-closing.ts'
import styles from './closing.module.css'

type Props = {
  readonly closing: CasePlanView['closing']
  /** There is nothing yet of which anybody could be told. */
  readonly isOpen: boolean
  readonly onNotice: (to: string, way: string) => void
}

/** Who was told of the outcome, when, and how. */
export function NoticePart({ closing, isOpen, onNotice }: Props) {
  const [to, setTo] = useState('')
  const [way, setWay] = useState('')
  if (closing.noticedAt !== null)
    return (
      <p className={styles.done}>
        {texts.noticed(closing.noticeTo, closing.noticeWay, formatInstant(closing.noticedAt))}
      </p>
    )
  return (
    <div className={styles.part}>
      <TextInput
        label={texts.noticeTo}
        maxLength={500}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <TextInput
        label={texts.noticeWay}
        placeholder={texts.noticeWayHint}
        maxLength={300}
        value={way}
        onChange={(event) => setWay(event.currentTarget.value)}
      />
      <Button
        variant="default"
        disabled={isOpen || to.trim() === '' || way.trim() === ''}
        onClick={() => onNotice(to.trim(), way.trim())}
      >
        {texts.notice}
      </Button>
    </div>
  )
}
