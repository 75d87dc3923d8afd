import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useGo, useSearchText } from '../../../platform/navigation.ts'
import { wordsOf } from '../../../platform/refused.ts'
import { canUsePasskeys } from '../../../platform/security.ts'
import { signIn } from '../../../platform/session.ts'
import { ME_KEY, useMe } from '../../../platform/use-me.ts'
import { Button, Link, PasswordInput, TextInput, useFocusFirst } from '../../../ui/index.ts'
import styles from '../components/account-card.module.css'
import { AccountCard } from '../components/account-card.tsx'
import { CodeForm } from '../components/code-form.tsx'
import { DoorList } from '../components/door-list.tsx'
import { PasskeyButton } from '../components/passkey-button.tsx'
import { ProblemAlert } from '../components/problem-alert.tsx'
import { useDoors } from '../hooks/use-doors.ts'
import { useSubmit } from '../hooks/use-submit.ts'
import { organisationIn } from '../model/door-address.ts'
import { ownAddress } from '../model/own-address.ts'
import { texts } from '../texts.ts'
import { securityTexts } from '../texts-security.ts'

/** Signs in, and goes on to where one wanted to go. */
export function SignInPage() {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [needsCode, setNeedsCode] = useState(false)
  const { next, problem: code } = useSearchText()
  const doors = useDoors(organisationIn(next)).data?.doors ?? []
  const go = useGo()
  const first = useFocusFirst()
  const isOpen = useMe().data?.signUp === 'open'
  const queries = useQueryClient()
  const enter = async () => {
    await queries.resetQueries({ queryKey: ME_KEY })
    const { path, search } = ownAddress(next)
    go(path, search)
  }
  const { isBusy, problem, handleSubmit } = useSubmit(async () => {
    if (await signIn({ email: email.trim(), password })) setNeedsCode(true)
    else await enter()
  })
  if (needsCode)
    return (
      <AccountCard title={securityTexts.signIn.codeTitle} foot={null}>
        <CodeForm onDone={enter} onBack={() => setNeedsCode(false)} />
      </AccountCard>
    )
  return (
    <AccountCard
      title={texts.signIn.title}
      foot={
        isOpen && (
          <>
            {texts.signIn.other}{' '}
            <Link to="/sign-up" search={{ next }}>
              {texts.signIn.otherLink}
            </Link>
          </>
        )
      }
    >
      <form className={styles.form} onSubmit={handleSubmit}>
        <TextInput
          label={texts.signIn.email}
          type="email"
          autoComplete="username"
          value={email}
          required
          ref={first}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={texts.signIn.password}
          autoComplete="current-password"
          value={password}
          required
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <ProblemAlert problem={problem ?? wordsOf(code ?? '', {}) ?? null} />
        <Button type="submit" loading={isBusy}>
          {texts.signIn.submit}
        </Button>
        {canUsePasskeys() && <PasskeyButton onDone={enter} />}
        <DoorList doors={doors} next={next} />
      </form>
    </AccountCard>
  )
}
