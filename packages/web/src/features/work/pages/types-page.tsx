import { useMemo, useState } from 'react'
import { type ItemTypeView, useDirectory } from '../../../platform/store/index.ts'
import { Button, PlainTable, Section, StateShape } from '../../../ui/index.ts'
import styles from '../components/settings/settings.module.css'
import { TypeDialog } from '../components/settings/type-dialog.tsx'
import { settingsTexts } from '../texts-settings.ts'

/** Types of items and the states each goes through. */
export function TypesPage() {
  const { types, me } = useDirectory()
  const [open, setOpen] = useState<{ readonly type: ItemTypeView | null } | null>(null)
  const words = settingsTexts.types
  const mayChange = me.orgRole === 'owner' || me.orgRole === 'admin'
  const inUse = useMemo(
    () =>
      [...types.values()]
        .filter(({ archivedAt }) => archivedAt === null)
        .toSorted((a, b) => (a.rank < b.rank ? -1 : 1)),
    [types],
  )
  return (
    <Section
      title={words.title}
      sentence={mayChange ? words.sentence : `${words.sentence} ${words.readOnly}`}
      actions={mayChange && <Button onClick={() => setOpen({ type: null })}>{words.add}</Button>}
    >
      <PlainTable label={words.title} columns={words.columns}>
        {inUse.map((type) => (
          <tr key={type.id}>
            <td>{type.name}</td>
            <td>
              <span className={styles.states}>
                {type.workflow.states.map((state) => (
                  <span key={state.id} className={styles.state}>
                    <StateShape group={state.group} label={words.groups[state.group]} />
                    {state.name}
                  </span>
                ))}
              </span>
            </td>
            <td className={styles.end}>
              {mayChange && (
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-sm"
                  aria-label={`${words.edit} ${type.name}`}
                  onClick={() => setOpen({ type })}
                >
                  {words.edit}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </PlainTable>
      {open && <TypeDialog type={open.type} onClose={() => setOpen(null)} />}
    </Section>
  )
}
