import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useGo, useSearchText } from '../../../platform/navigation.ts'
import { signUp } from '../../../platform/session.ts'
import { ME_KEY } from '../../../platform/use-me.ts'
import { Button, Link, PasswordInput, TextInput, useFocusFirst } from '../../../ui/index.ts'
import styles from '../components/account-card.module.css'
import { AccountCard } from '../components/account-card.tsx'
import { ProblemAlert } from '../components/problem-alert.tsx'
import { useSubmit } from '../hooks/use-submit.ts'
import { texts } from '../texts.ts'

/** Makes an account with name, e-mail and password; the first run follows. */
export function SignUpPage() {
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const { next } = useSearchText()
  const go = useGo()
  const first = useFocusFirst()
  const queries = useQueryClient()
  const { isBusy, problem, handleSubmit } = useSubmit(async () => {
    await signUp({ name: name.trim(), email: email.trim(), password })
    await queries.resetQueries({ queryKey: ME_KEY })
    go('/')
  })
  return (
    <AccountCard
      title={texts.signUp.title}
      foot={
        <>
          {texts.signUp.other}{' '}
          <Link to="/sign-in" search={{ next }}>
            {texts.signUp.otherLink}
          </Link>
        </>
      }
    >
      <form className={styles.form} onSubmit={handleSubmit}>
        <TextInput
          label={texts.signUp.name}
          autoComplete="name"
          value={name}
          required
          ref={first}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={texts.signIn.email}
          type="email"
          autoComplete="username"
          value={email}
          required
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={texts.signIn.password}
          description={texts.signUp.passwordHint}
          autoComplete="new-password"
          minLength={10}
          value={password}
          required
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <ProblemAlert problem={problem} />
        <Button type="submit" loading={isBusy}>
          {texts.signUp.submit}
        </Button>
      </form>
    </AccountCard>
  )
}
