import { type SyntheticEvent, useState } from 'react'
import type { Input } from '../../../platform/api.ts'
import type { Refused } from '../../../platform/refused.ts'
import { type Person, useCommands, useDirectory } from '../../../platform/store/index.ts'
import { Button, Group, Modal, Stack, TextInput } from '../../../ui/index.ts'
import { useMay } from '../hooks/use-may.ts'
import { peopleTexts } from '../texts-people.ts'
import { ProblemAlert } from './problem-alert.tsx'
import { RoleField } from './role-field.tsx'

type Props = { readonly person: Person; readonly onClose: () => void }

/** Changes name, position, role and status of a person. */
export function PersonDialog({ person, onClose }: Props) {
  const { me } = useDirectory()
  const may = useMay()
  const { run } = useCommands()
  const [name, setName] = useState(person.name)
  const [title, setTitle] = useState(person.title)
  const [role, setRole] = useState(person.orgRole)
  const [refused, setRefused] = useState<Refused | null>(null)
  const words = peopleTexts.form
  const isInactive = person.status === 'inactive'

  const change = async (patch: Input<'identity.changePerson'>['patch']) => {
    const outcome = await run(
      'identity.changePerson',
      { id: person.id, patch },
      { isSilent: true, undoLabel: `Changed ${person.name}` },
    )
    if (outcome.ok) onClose()
    else setRefused(outcome.refused)
  }
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    const changedRole = role === person.orgRole ? {} : { orgRole: role }
    void change({ name: name.trim(), title: title.trim(), ...changedRole })
  }
  return (
    <Modal opened onClose={onClose} title={person.name} size={440}>
      <form onSubmit={handleSubmit}>
        <Stack gap="sm">
          <TextInput
            label={words.name}
            value={name}
            required
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={words.title}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          {may.managePeople && <RoleField value={role} onChange={setRole} />}
          <ProblemAlert problem={refused} />
          <Group justify="flex-end">
            {may.managePeople && person.id !== me.personId && (
              <Button
                variant="subtle"
                color={isInactive ? 'gray' : 'red'}
                title={isInactive ? undefined : words.deactivateHint}
                onClick={() => void change({ status: isInactive ? 'active' : 'inactive' })}
              >
                {isInactive ? words.activate : words.deactivate}
              </Button>
            )}
            <Button type="submit" disabled={name.trim() === ''}>
              {words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
