import { useMemo, useState } from 'react'
import { encode } from 'uqr'
import { call } from '../../../platform/api.ts'
import { beginSecondFactor, confirmCode, type FactorSetup } from '../../../platform/security.ts'
import { Button, PasswordInput, TextInput, useFocusFirst } from '../../../ui/index.ts'
import { useSubmit } from '../hooks/use-submit.ts'
import { securityTexts } from '../texts-security.ts'
import { ProblemAlert } from './problem-alert.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import styles from './security.module.css'

type Props = { readonly onDone: () => void }

/** Sets up a second factor: password, app, one code to see that it works, and codes for when it is lost. */
export function FactorSetupSteps({ onDone }: Props) {
  const [setup, setSetup] = useState<FactorSetup | null>(null)
  const [isOn, setOn] = useState(false)
  if (setup === null) return <PasswordStep onNext={setSetup} />
  if (!isOn) return <AppStep uri={setup.uri} onNext={() => setOn(true)} />
  return <RecoveryCodes codes={setup.recoveryCodes} onDone={onDone} />
}

function PasswordStep({ onNext }: { readonly onNext: (setup: FactorSetup) => void }) {
  const [password, setPassword] = useState('')
  const words = securityTexts.factor
  const first = useFocusFirst()
  const { isBusy, problem, handleSubmit } = useSubmit(async () => onNext(await beginSecondFactor(password)))
  return (
    <form className={styles.form} onSubmit={handleSubmit}>
      <PasswordInput
        label={words.password}
        autoComplete="current-password"
        value={password}
        required
        ref={first}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <ProblemAlert problem={problem} />
      <Button type="submit" className={styles.submit} loading={isBusy}>
        {words.next}
      </Button>
    </form>
  )
}

function AppStep({ uri, onNext }: { readonly uri: string; readonly onNext: () => void }) {
  const [code, setCode] = useState('')
  const words = securityTexts.factor
  const first = useFocusFirst()
  const { isBusy, problem, handleSubmit } = useSubmit(async () => {
    await confirmCode(code.replaceAll(' ', ''))
    // Whoever came in without it elsewhere comes in again with it.
    await call('identity.revokeOtherSessions', {})
    onNext()
  })
  return (
    <form className={styles.form} onSubmit={handleSubmit}>
      <p>{words.scan}</p>
      <Picture text={uri} />
      <p>
        {words.key}: <output className={styles.key}>{new URL(uri).searchParams.get('secret')}</output>
      </p>
      <TextInput
        label={words.code}
        autoComplete="one-time-code"
        inputMode="numeric"
        value={code}
        required
        ref={first}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <ProblemAlert problem={problem} />
      <Button type="submit" className={styles.submit} loading={isBusy}>
        {words.confirm}
      </Button>
    </form>
  )
}

/** A QR code. @see ISO/IEC 18004 */
function Picture({ text }: { readonly text: string }) {
  const { size, path } = useMemo(() => {
    const { data, size: width } = encode(text, { border: 2 })
    const dots = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    return { size: width, path: dots.join('') }
  }, [text])
  return (
    <svg
      className={styles.picture}
      viewBox={`0 0 ${String(size)} ${String(size)}`}
      role="img"
      aria-label={securityTexts.factor.picture}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="black" />
    </svg>
  )
}
