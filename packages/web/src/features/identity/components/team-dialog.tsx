import { type SyntheticEvent, useMemo, useState } from 'react'
import { newId } from '../../../platform/new-id.ts'
import type { Refused } from '../../../platform/refused.ts'
import { type Call, callOf, type Team, useCommands, useDirectory } from '../../../platform/store/index.ts'
import { Button, Modal, MultiSelect, Select, Stack, TextInput } from '../../../ui/index.ts'
import { teamRows } from '../model/team-rows.ts'
import { peopleTexts } from '../texts-people.ts'
import { ProblemAlert } from './problem-alert.tsx'

type Props = { readonly team: Team | null; readonly parentId: string | null; readonly onClose: () => void }

/** Adds a team, or changes its name, place and members. */
export function TeamDialog({ team, parentId, onClose }: Props) {
  const { people, teams } = useDirectory()
  const { runBatch } = useCommands()
  const [name, setName] = useState(team?.name ?? '')
  const [parent, setParent] = useState(parentId)
  const [memberIds, setMemberIds] = useState<string[]>([...(team?.memberIds ?? [])])
  const [refused, setRefused] = useState<Refused | null>(null)
  const words = peopleTexts.teams
  const places = useMemo(
    () => teamRows(teams.values()).filter((row) => row.team.id !== team?.id),
    [teams, team],
  )

  const handleSubmit = async (event: SyntheticEvent) => {
    event.preventDefault()
    const id = team?.id ?? newId()
    const first: Call = team
      ? callOf('identity.changeTeam', { id, patch: { name: name.trim(), parentId: parent } })
      : callOf('identity.createTeam', { id, name: name.trim(), parentId: parent })
    const calls = [first, callOf('identity.setTeamMembers', { id, memberIds })]
    const outcome = await runBatch(calls, { isSilent: true, undoLabel: `Saved ${name.trim()}` })
    if (outcome.ok) onClose()
    else setRefused(outcome.refused)
  }
  return (
    <Modal opened onClose={onClose} title={team?.name ?? words.add} size={440}>
      <form onSubmit={(event) => void handleSubmit(event)}>
        <Stack gap="sm">
          <TextInput
            label={words.name}
            value={name}
            required
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            label={words.move}
            placeholder={words.top}
            clearable
            searchable
            value={parent}
            onChange={setParent}
            data={places.map((row) => ({ value: row.team.id, label: row.team.name }))}
          />
          <MultiSelect
            label={words.members}
            searchable
            value={memberIds}
            onChange={setMemberIds}
            data={[...people.values()]
              .filter(({ status }) => status !== 'inactive')
              .map((person) => ({ value: person.id, label: person.name }))}
          />
          <ProblemAlert problem={refused} />
          <Button type="submit" disabled={name.trim() === ''}>
            {words.save}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
