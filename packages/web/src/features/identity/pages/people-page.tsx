import { Search, UserPlus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useSearchText, useSetSearch } from '../../../platform/navigation.ts'
import { type Person, useDirectory } from '../../../platform/store/index.ts'
import { Button, PageHeader, PlainTable, TextInput } from '../../../ui/index.ts'
import { AddPersonDialog } from '../components/add-person-dialog.tsx'
import { InvitationList } from '../components/invitation-list.tsx'
import { InviteButton } from '../components/invite-button.tsx'
import { PersonDialog } from '../components/person-dialog.tsx'
import { PersonRow } from '../components/person-row.tsx'
import { useMay } from '../hooks/use-may.ts'
import { peopleTexts } from '../texts-people.ts'
import styles from './people-page.module.css'

/** Everybody in the organisation: teams, role, status. Who manages people adds and changes them here. */
export function PeoplePage() {
  const { people, teams } = useDirectory()
  const may = useMay()
  const [text, setText] = useState('')
  const [isAdding, setAdding] = useState(false)
  const { person: openId } = useSearchText()
  const setSearch = useSetSearch()
  const open = openId === undefined ? undefined : people.get(openId)
  const shown = useMemo(
    () => sorted([...people.values()].filter((person) => answers(person, text))),
    [people, text],
  )
  const teamNames = useMemo(() => {
    const names = new Map<string, string[]>()
    for (const team of teams.values()) {
      if (team.archivedAt !== null) continue
      for (const id of team.memberIds) names.set(id, [...(names.get(id) ?? []), team.name])
    }
    return names
  }, [teams])
  return (
    <>
      <PageHeader
        title={peopleTexts.title}
        note={people.size}
        actions={
          may.managePeople && (
            <>
              <Button
                variant="default"
                leftSection={<UserPlus size={14} aria-hidden />}
                onClick={() => setAdding(true)}
              >
                {peopleTexts.add}
              </Button>
              <InviteButton />
            </>
          )
        }
      />
      <div className={styles.page}>
        <TextInput
          aria-label={peopleTexts.find}
          placeholder={peopleTexts.find}
          leftSection={<Search size={14} aria-hidden />}
          value={text}
          className={styles.find}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <PlainTable label={peopleTexts.table} columns={peopleTexts.columns}>
          {shown.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              teams={teamNames.get(person.id) ?? []}
              onEdit={() => setSearch({ person: person.id })}
            />
          ))}
        </PlainTable>
        {shown.length === 0 && <p className={styles.none}>{peopleTexts.none}</p>}
        <InvitationList />
      </div>
      {isAdding && <AddPersonDialog onClose={() => setAdding(false)} />}
      {open && <PersonDialog key={open.id} person={open} onClose={() => setSearch({ person: undefined })} />}
    </>
  )
}

function answers({ name, email, title }: Person, text: string): boolean {
  const wanted = text.trim().toLowerCase()
  return [name, email ?? '', title].some((part) => part.toLowerCase().includes(wanted))
}

function sorted(people: readonly Person[]): readonly Person[] {
  const rank = ({ status }: Person) => (status === 'inactive' ? 1 : 0)
  return people.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
}
