import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useGo, useSearchText } from '../../../platform/navigation.ts'
import { signIn } from '../../../platform/session.ts'
import { ME_KEY, useMe } from '../../../platform/use-me.ts'
import { Button, Link, PasswordInput, TextInput, useFocusFirst } from '../../../ui/index.ts'
import styles from '../components/account-card.module.css'
import { AccountCard } from '../components/account-card.tsx'
import { ProblemAlert } from '../components/problem-alert.tsx'
import { useSubmit } from '../hooks/use-submit.ts'
import { ownAddress } from '../model/own-address.ts'
import { texts } from '../texts.ts'

/** Signs in, and goes on to where one wanted to go. */
export function SignInPage() {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const { next } = useSearchText()
  const go = useGo()
  const first = useFocusFirst()
  const isOpen = useMe().data?.signUp === 'open'
  const queries = useQueryClient()
  const { isBusy, problem, handleSubmit } = useSubmit(async () => {
    await signIn({ email: email.trim(), password })
    await queries.resetQueries({ queryKey: ME_KEY })
    const { path, search } = ownAddress(next)
    go(path, search)
  })
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
        <ProblemAlert problem={problem} />
        <Button type="submit" loading={isBusy}>
          {texts.signIn.submit}
        </Button>
      </form>
    </AccountCard>
  )
}
