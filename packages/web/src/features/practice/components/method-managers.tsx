import { callOf, useCommands, useDirectory } from '../../../platform/store/index.ts'
import { MultiSelect } from '../../../ui/index.ts'
import { useMayAppoint, useMethodManagers } from '../hooks/use-practices.ts'
import { texts } from '../texts.ts'
import styles from './practice.module.css'

/** Who keeps the catalogue besides those who run the organisation; the latter choose them. */
export function MethodManagers() {
  const { people } = useDirectory()
  const { run } = useCommands()
  const chosen = useMethodManagers()
  if (!useMayAppoint()) return null
  const colleagues = [...people.values()].filter(
    ({ orgRole, status }) => orgRole !== 'guest' && status !== 'inactive',
  )
  return (
    <div className={styles.group}>
      <MultiSelect
        size="xs"
        className={styles.managers ?? ''}
        label={texts.managers}
        description={texts.rights}
        searchable
        data={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        value={[...chosen]}
        onChange={(personIds) => {
          const back = [callOf('practice.setMethodManagers', { personIds: [...chosen] })]
          void run('practice.setMethodManagers', { personIds }, { undoLabel: texts.managersSet, back })
        }}
      />
    </div>
  )
}
