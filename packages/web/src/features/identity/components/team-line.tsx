import { MoreHorizontal } from 'lucide-react'
import { type Team, useCommands, useDirectory } from '../../../platform/store/index.ts'
import { ActionIcon, Menu, PersonAvatar } from '../../../ui/index.ts'
import { useMay } from '../hooks/use-may.ts'
import { peopleTexts } from '../texts-people.ts'
import styles from './team-line.module.css'

type Props = {
  readonly team: Team
  readonly depth: number
  readonly onEdit: () => void
  readonly onAddBelow: () => void
}

const SHOWN = 6

/** One team of the outline: its name, the first of its members, and what can be done with it. */
export function TeamLine({ team, depth, onEdit, onAddBelow }: Props) {
  const { people } = useDirectory()
  const may = useMay()
  const { run } = useCommands()
  const members = team.memberIds.flatMap((id) => people.get(id) ?? [])
  const words = peopleTexts.teams
  return (
    <li className={styles.line} style={{ paddingInlineStart: depth * 20 }}>
      <span className={styles.name}>{team.name}</span>
      <span className={styles.members}>
        {members.slice(0, SHOWN).map((person) => (
          <PersonAvatar key={person.id} person={person} label={person.name} />
        ))}
        {members.length > SHOWN && <span>+{members.length - SHOWN}</span>}
        {members.length === 0 && words.noMembers}
      </span>
      {may.managePeople && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={peopleTexts.teams.actions(team.name)}>
              <MoreHorizontal size={15} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={onEdit}>{peopleTexts.edit}…</Menu.Item>
            <Menu.Item onClick={onAddBelow}>{words.addBelow}…</Menu.Item>
            <Menu.Divider />
            <Menu.Item
              onClick={() =>
                void run(
                  'identity.changeTeam',
                  { id: team.id, patch: { isArchived: true } },
                  { undoLabel: `Archived ${team.name}` },
                )
              }
            >
              {words.archive}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  )
}
