import { type SyntheticEvent, useState } from 'react'
import { newId } from '../../../platform/new-id.ts'
import type { Refused } from '../../../platform/refused.ts'
import { type Person, useCommands, useDirectory } from '../../../platform/store/index.ts'
import { Button, Group, Modal, PasswordInput, Radio, Stack, TextInput } from '../../../ui/index.ts'
import { useMay } from '../hooks/use-may.ts'
import { peopleTexts } from '../texts-people.ts'
import { ProblemAlert } from './problem-alert.tsx'

type Props = {
  /** Null: somebody new. */
  readonly person: Person | null
  readonly onClose: () => void
}

const ROLES = ['owner', 'admin', 'member', 'guest'] as const

/** Adds somebody, or changes name, position, role and status. */
export function PersonDialog({ person, onClose }: Props) {
  const { me } = useDirectory()
  const may = useMay()
  const { run } = useCommands()
  const [name, setName] = useState(person?.name ?? '')
  const [email, setEmail] = useState('')
  const [title, setTitle] = useState(person?.title ?? '')
  const [role, setRole] = useState<Person['orgRole']>(person?.orgRole ?? 'member')
  const [password, setPassword] = useState('')
  const [refused, setRefused] = useState<Refused | null>(null)
  const words = peopleTexts.form

  const handleSubmit = async (event: SyntheticEvent) => {
    event.preventDefault()
    const outcome = person
      ? await run(
          'identity.changePerson',
          {
            id: person.id,
            patch: {
              name: name.trim(),
              title: title.trim(),
              ...(role === person.orgRole ? {} : { orgRole: role }),
            },
          },
          { isSilent: true },
        )
      : await run(
          'identity.addPerson',
          {
            id: newId(),
            name: name.trim(),
            title: title.trim(),
            orgRole: role,
            email: email.trim() === '' ? null : email.trim(),
            ...(password === '' ? {} : { password }),
          },
          { isSilent: true },
        )
    if (outcome.ok) onClose()
    else setRefused(outcome.refused)
  }
  const handleStatus = async (status: 'active' | 'inactive') => {
    if (!person) return
    const outcome = await run(
      'identity.changePerson',
      { id: person.id, patch: { status } },
      { isSilent: true },
    )
    if (outcome.ok) onClose()
    else setRefused(outcome.refused)
  }
  const isInactive = person?.status === 'inactive'

  return (
    <Modal opened onClose={onClose} title={person?.name ?? peopleTexts.add} size={440}>
      <form onSubmit={(event) => void handleSubmit(event)}>
        <Stack gap="sm">
          <TextInput
            label={words.name}
            value={name}
            required
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {!person && (
            <TextInput
              label={words.email}
              description={words.emailHint}
              type="email"
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
          )}
          <TextInput
            label={words.title}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          {may.managePeople && (
            <Radio.Group
              label={words.role}
              value={role}
              onChange={(value) => setRole(ROLES.find((known) => known === value) ?? 'member')}
            >
              <Stack gap={6} mt={4}>
                {ROLES.filter((each) => each !== 'owner' || me.orgRole === 'owner' || role === 'owner').map(
                  (each) => (
                    <Radio
                      key={each}
                      value={each}
                      label={peopleTexts.roles[each]}
                      description={peopleTexts.roleHints[each]}
                    />
                  ),
                )}
              </Stack>
            </Radio.Group>
          )}
          {!person && email.trim() !== '' && (
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
          <Group justify="space-between">
            {person && may.managePeople && person.id !== me.personId ? (
              <Button
                variant="subtle"
                color={isInactive ? 'gray' : 'red'}
                title={isInactive ? undefined : words.deactivateHint}
                onClick={() => void handleStatus(isInactive ? 'active' : 'inactive')}
              >
                {isInactive ? words.activate : words.deactivate}
              </Button>
            ) : (
              <span />
            )}
            <Button type="submit" disabled={name.trim() === ''}>
              {person ? words.save : words.add}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
