import { type SyntheticEvent, useState } from 'react'
import { newId } from '../../../platform/new-id.ts'
import type { Refused } from '../../../platform/refused.ts'
import { type Person, useCommands } from '../../../platform/store/index.ts'
import { Button, Modal, PasswordInput, Stack, TextInput } from '../../../ui/index.ts'
import { peopleTexts } from '../texts-people.ts'
import { ProblemAlert } from './problem-alert.tsx'
import { RoleField } from './role-field.tsx'

type Props = { readonly onClose: () => void }

/** Adds somebody: with an account, or as a name that work can be given to. */
export function AddPersonDialog({ onClose }: Props) {
  const { run } = useCommands()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [title, setTitle] = useState('')
  const [role, setRole] = useState<Person['orgRole']>('member')
  const [password, setPassword] = useState('')
  const [refused, setRefused] = useState<Refused | null>(null)
  const words = peopleTexts.form
  const hasEmail = email.trim() !== ''

  const handleSubmit = async (event: SyntheticEvent) => {
    event.preventDefault()
    const outcome = await run(
      'identity.addPerson',
      {
        id: newId(),
        name: name.trim(),
        title: title.trim(),
        orgRole: role,
        email: hasEmail ? email.trim() : null,
        ...(hasEmail && password !== '' ? { password } : {}),
      },
      { isSilent: true },
    )
    if (outcome.ok) onClose()
    else setRefused(outcome.refused)
  }
  return (
    <Modal opened onClose={onClose} title={peopleTexts.add} size={440}>
      <form onSubmit={(event) => void handleSubmit(event)}>
        <Stack gap="sm">
          <TextInput
            label={words.name}
            value={name}
            required
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={words.email}
            description={words.emailHint}
            type="email"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <TextInput
            label={words.title}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <RoleField value={role} onChange={setRole} />
          {hasEmail && (
            <PasswordInput
              label={words.password}
              description={words.passwordHint}
              autoComplete="new-password"
              minLength={10}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
          )}
          <ProblemAlert problem={refused} />
          <Button type="submit" disabled={name.trim() === ''}>
            {words.add}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
