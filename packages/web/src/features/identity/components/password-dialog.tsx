import { useState } from 'react'
import { Button, Modal, PasswordInput } from '../../../ui/index.ts'
import { useSubmit } from '../hooks/use-submit.ts'
import { securityTexts } from '../texts-security.ts'
import { ProblemAlert } from './problem-alert.tsx'
import styles from './security.module.css'

type Props = {
  readonly title: string
  readonly hint?: string
  readonly onConfirm: (password: string) => Promise<void>
  readonly onClose: () => void
}

/** Asks for the password before something that a stranger at this screen must not do. */
export function PasswordDialog({ title, hint, onConfirm, onClose }: Props) {
  const [password, setPassword] = useState('')
  const { isBusy, problem, handleSubmit } = useSubmit(() => onConfirm(password))
  return (
    <Modal opened onClose={onClose} title={title} size={440}>
      <form className={styles.form} onSubmit={handleSubmit}>
        <PasswordInput
          label={securityTexts.factor.password}
          description={hint}
          autoComplete="current-password"
          value={password}
          required
          data-autofocus
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <ProblemAlert problem={problem} />
        <Button type="submit" className={styles.submit} loading={isBusy}>
          {title}
        </Button>
      </form>
    </Modal>
  )
}
