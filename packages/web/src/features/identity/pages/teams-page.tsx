import { UsersRound } from 'lucide-react'
import { useMemo, useState } from 'react'
import { type Team, useDirectory } from '../../../platform/store/index.ts'
import { Button, EmptyState, Section } from '../../../ui/index.ts'
import { TeamDialog } from '../components/team-dialog.tsx'
import { TeamLine } from '../components/team-line.tsx'
import { useMay } from '../hooks/use-may.ts'
import { teamRows } from '../model/team-rows.ts'
import { peopleTexts } from '../texts-people.ts'
import styles from './teams-page.module.css'

type Open = { readonly team: Team | null; readonly parentId: string | null }

/** Teams as an outline, with who belongs to each. */
export function TeamsPage() {
  const { teams } = useDirectory()
  const may = useMay()
  const [open, setOpen] = useState<Open | null>(null)
  const rows = useMemo(() => teamRows(teams.values()), [teams])
  const words = peopleTexts.teams
  const handleAdd = () => setOpen({ team: null, parentId: null })
  return (
    <Section
      title={words.title}
      sentence={words.sentence}
      actions={may.managePeople && rows.length > 0 && <Button onClick={handleAdd}>{words.add}</Button>}
    >
      {rows.length === 0 ? (
        <EmptyState
          glyph={<UsersRound size={20} strokeWidth={1.75} />}
          title={words.title}
          sentence={words.empty}
          {...(may.managePeople ? { action: { label: words.add, onClick: handleAdd } } : {})}
        />
      ) : (
        <ul className={styles.list}>
          {rows.map(({ team, depth }) => (
            <TeamLine
              key={team.id}
              team={team}
              depth={depth}
              onEdit={() => setOpen({ team, parentId: team.parentId })}
              onAddBelow={() => setOpen({ team: null, parentId: team.id })}
            />
          ))}
        </ul>
      )}
      {open && <TeamDialog team={open.team} parentId={open.parentId} onClose={() => setOpen(null)} />}
    </Section>
  )
}
