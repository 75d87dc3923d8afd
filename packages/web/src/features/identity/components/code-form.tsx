import { useState } from 'react'
import { confirmCode, confirmRecoveryCode } from '../../../platform/security.ts'
import { Button, TextInput, useFocusFirst } from '../../../ui/index.ts'
import { useSubmit } from '../hooks/use-submit.ts'
import { securityTexts } from '../texts-security.ts'
import styles from './account-card.module.css'
import { ProblemAlert } from './problem-alert.tsx'

type Props = { readonly onDone: () => Promise<void>; readonly onBack: () => void }

/** The second step of signing in: a code from the app, or one of those kept for when it is lost. */
export function CodeForm({ onDone, onBack }: Props) {
  const [code, setCode] = useState('')
  const [isRecovery, setRecovery] = useState(false)
  const first = useFocusFirst()
  const words = securityTexts.signIn
  const { isBusy, problem, handleSubmit } = useSubmit(async () => {
    await (isRecovery ? confirmRecoveryCode(code.trim()) : confirmCode(code.replaceAll(' ', '')))
    await onDone()
  })
  const handleSwitch = () => {
    setRecovery(!isRecovery)
    setCode('')
  }
  return (
    <form className={styles.form} onSubmit={handleSubmit}>
      <TextInput
        label={isRecovery ? words.recovery : words.code}
        autoComplete="one-time-code"
        inputMode={isRecovery ? 'text' : 'numeric'}
        value={code}
        required
        ref={first}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <ProblemAlert problem={problem} />
      <Button type="submit" loading={isBusy}>
        {words.submit}
      </Button>
      <Button variant="subtle" color="gray" onClick={handleSwitch}>
        {isRecovery ? words.takeApp : words.takeRecovery}
      </Button>
      <Button variant="subtle" color="gray" onClick={onBack}>
        {words.back}
      </Button>
    </form>
  )
}
