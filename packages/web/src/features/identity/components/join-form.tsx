import { useState } from 'react'
import { Button, PasswordInput, TextInput, useFocusFirst } from '../../../ui/index.ts'
import { useSubmit } from '../hooks/use-submit.ts'
import { texts } from '../texts.ts'
import { inviteTexts } from '../texts-invite.ts'
import styles from './account-card.module.css'
import { ProblemAlert } from './problem-alert.tsx'

type Props = {
  readonly email: string
  readonly onCreate: (account: { readonly name: string; readonly password: string }) => Promise<void>
  readonly onSignIn: (input: { readonly email: string; readonly password: string }) => Promise<void>
}

/** Makes an account for the invited address, or signs in with one that exists; both join. */
export function JoinForm({ email, onCreate, onSignIn }: Props) {
  const [isKnown, setKnown] = useState(false)
  const [name, setName] = useState('')
  const [address, setAddress] = useState(email)
  const [password, setPassword] = useState('')
  const first = useFocusFirst()
  const words = inviteTexts.join
  const { isBusy, problem, handleSubmit } = useSubmit(() =>
    isKnown ? onSignIn({ email: address.trim(), password }) : onCreate({ name: name.trim(), password }),
  )
  return (
    <form className={styles.form} onSubmit={handleSubmit}>
      {!isKnown && (
        <TextInput
          label={words.name}
          autoComplete="name"
          value={name}
          required
          ref={first}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
      <TextInput
        label={words.email}
        type="email"
        autoComplete="username"
        value={isKnown ? address : email}
        readOnly={!isKnown}
        required
        onChange={(event) => setAddress(event.currentTarget.value)}
      />
      <PasswordInput
        label={words.password}
        description={isKnown ? undefined : texts.signUp.passwordHint}
        autoComplete={isKnown ? 'current-password' : 'new-password'}
        minLength={isKnown ? undefined : 10}
        value={password}
        required
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <ProblemAlert problem={problem} />
      <Button type="submit" loading={isBusy}>
        {isKnown ? words.signIn : words.create}
      </Button>
      <Button variant="subtle" color="gray" onClick={() => setKnown(!isKnown)}>
        {isKnown ? words.haveNone : words.have}
      </Button>
    </form>
  )
}
