import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { changePassword } from '../../../platform/security.ts'
import { Button, notifications, PasswordInput, Section } from '../../../ui/index.ts'
import { useSubmit } from '../hooks/use-submit.ts'
import { texts } from '../texts.ts'
import { securityTexts } from '../texts-security.ts'
import { ProblemAlert } from './problem-alert.tsx'
import styles from './security.module.css'

/** Changes one's password. */
export function PasswordSection() {
  const [current, setCurrent] = useState('')
  const [fresh, setFresh] = useState('')
  const queries = useQueryClient()
  const words = securityTexts.password
  const { isBusy, problem, handleSubmit } = useSubmit(async () => {
    await changePassword({ currentPassword: current, newPassword: fresh })
    setCurrent('')
    setFresh('')
    void queries.invalidateQueries({ queryKey: ['sessions'] })
    notifications.show({ message: words.saved })
  })
  return (
    <Section title={words.title} sentence={words.sentence}>
      <form className={styles.form} onSubmit={handleSubmit}>
        <PasswordInput
          label={words.current}
          autoComplete="current-password"
          value={current}
          required
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <PasswordInput
          label={words.fresh}
          description={texts.signUp.passwordHint}
          autoComplete="new-password"
          minLength={10}
          value={fresh}
          required
          onChange={(event) => setFresh(event.currentTarget.value)}
        />
        <ProblemAlert problem={problem} />
        <Button type="submit" className={styles.submit} loading={isBusy}>
          {words.save}
        </Button>
      </form>
    </Section>
  )
}
