import { type Person, useDirectory } from '../../../platform/store/index.ts'
import { Button, PersonAvatar } from '../../../ui/index.ts'
import { useMay } from '../hooks/use-may.ts'
import { peopleTexts } from '../texts-people.ts'
import styles from './person-row.module.css'

type Props = { readonly person: Person; readonly teams: readonly string[]; readonly onEdit: () => void }

/** One line of the people's table. */
export function PersonRow({ person, teams, onEdit }: Props) {
  const { me } = useDirectory()
  const may = useMay()
  return (
    <tr className={person.status === 'inactive' ? styles.inactive : undefined}>
      <td>
        <span className={styles.name}>
          <PersonAvatar person={person} size={24} />
          <span>
            <strong>{person.name}</strong>
            {person.title !== '' && <span className={styles.title}>{person.title}</span>}
          </span>
        </span>
      </td>
      <td className={styles.soft}>{person.email ?? '–'}</td>
      <td className={styles.soft}>{teams.length === 0 ? '–' : teams.join(', ')}</td>
      <td>{peopleTexts.roles[person.orgRole]}</td>
      <td className={styles.soft}>{peopleTexts.status[person.status]}</td>
      <td className={styles.end}>
        {(may.managePeople || person.id === me.personId) && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            onClick={onEdit}
            aria-label={`${peopleTexts.edit} ${person.name}`}
          >
            {peopleTexts.edit}
          </Button>
        )}
      </td>
    </tr>
  )
}
