import { type FormEvent, type ReactNode, useState } from 'react'
import type { Refused } from '../../../../platform/refused.ts'
import { Alert, Button, Modal, Textarea } from '../../../../ui/index.ts'
import { textsRepair as texts } from '../../texts-repair.ts'
import styles from './repair.module.css'

type Props = {
  readonly title: string
  /** What it does, in one sentence. */
  readonly what: string
  readonly canUndo?: boolean
  readonly isReady?: boolean
  readonly isDanger?: boolean
  /** @returns why it was refused; null: it is done */
  readonly onGo: (reason: string) => Promise<Refused | null>
  /** Whether it is still open when it is done, and shows something else. */
  readonly stays?: boolean
  readonly onClose: () => void
  readonly children?: ReactNode
}

/** Asks why something is done to an instance: nothing is repaired without a reason. */
export function ReasonDialog(props: Props) {
  const { title, what, canUndo = false, isReady = true, isDanger = false, stays = false } = props
  const { onGo, onClose, children } = props
  const [reason, setReason] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const isFilled = reason.trim() !== '' && isReady
  const go = async () => {
    if (!isFilled || isBusy) return
    setBusy(true)
    const no = await onGo(reason.trim())
    setBusy(false)
    setRefused(no)
    if (no === null && !stays) onClose()
  }
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    void go()
  }
  return (
    <Modal opened onClose={onClose} title={title}>
      <form className={styles.form} onSubmit={handleSubmit}>
        <p className={styles.soft}>
          {what} {canUndo ? texts.undone : texts.noUndo}
        </p>
        {children}
        <Textarea
          label={texts.reason}
          description={texts.reasonHint}
          value={reason}
          maxLength={1000}
          autosize
          minRows={2}
          required
          data-autofocus={children === undefined ? true : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void go()
          }}
        />
        {refused && (
          <Alert color="red" title={refused.sentence}>
            {refused.remedy}
          </Alert>
        )}
        <div className={styles.formEnd}>
          <Button variant="default" onClick={onClose}>
            {texts.leave}
          </Button>
          <Button type="submit" {...(isDanger ? { color: 'red' } : {})} disabled={!isFilled} loading={isBusy}>
            {texts.goAhead}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
