import type { ImportMapping, ImportProfile } from '@millrace/contract'
import { plural } from '../../../platform/language/index.ts'
import { useDirectory } from '../../../platform/store/index.ts'
import { formatCount, Select } from '../../../ui/index.ts'
import { texts } from '../texts.ts'
import styles from './exchange.module.css'
import { ScrolledTable } from './scrolled-table.tsx'

type Board = Extract<ImportProfile, { readonly states: unknown }>

type Props = {
  readonly profile: Board
  readonly mapping: ImportMapping
  readonly onChange: (mapping: ImportMapping) => void
}

/** What the file of another tracker holds, what its lists mean, and its first items. */
export function BoardPreview({ profile, mapping, onChange }: Props) {
  return (
    <>
      <section className={styles.block}>
        <h2>{texts.holds}</h2>
        <ul className={styles.counts}>
          {Object.entries(texts.boardCount)
            .filter(([name]) => (profile.counts[name] ?? 0) > 0)
            .map(([name, words]) => (
              <li key={name}>
                <strong>{formatCount(profile.counts[name] ?? 0)}</strong>{' '}
                {plural(words, profile.counts[name] ?? 0)}
              </li>
            ))}
        </ul>
      </section>
      {profile.states.length > 0 && (
        <StateMap states={profile.states} mapping={mapping} onChange={onChange} />
      )}
      <section className={styles.block}>
        <h2>{texts.previewItems}</h2>
        <ScrolledTable label={texts.previewItems}>
          <FirstItems items={profile.items} />
        </ScrolledTable>
      </section>
    </>
  )
}

type StateProps = Omit<Props, 'profile'> & { readonly states: Board['states'] }

function StateMap({ states, mapping, onChange }: StateProps) {
  const { types } = useDirectory()
  const type = types.get(mapping.typeId ?? '') ?? [...types.values()][0]
  const choices = (type?.workflow.states ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const handleChange = (name: string, to: string | null) => {
    const { [name]: _before, ...others } = mapping.listStates ?? {}
    onChange({ ...mapping, listStates: to === null ? others : { ...others, [name]: to } })
  }
  return (
    <section className={styles.block}>
      <h2>{texts.lists}</h2>
      <p className={styles.soft}>{texts.listsHint}</p>
      <table className={`${styles.table} ${styles.columns}`}>
        <tbody>
          {states.map(({ name, items }) => (
            <tr key={name}>
              <td className={styles.columnName}>
                <strong>{name}</strong>
                <span className={styles.examples}>{texts.itemCount(items)}</span>
              </td>
              <td className={styles.arrow} aria-hidden>
                →
              </td>
              <td className={styles.columnField}>
                <Select
                  aria-label={texts.valueMeans(name)}
                  placeholder={texts.byName}
                  clearable
                  data={choices}
                  value={mapping.listStates?.[name] ?? null}
                  onChange={(to) => handleChange(name, to)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type ItemsProps = { readonly items: Board['items'] }

function FirstItems({ items }: ItemsProps) {
  const hasKeys = items.some(({ key }) => key !== null)
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {hasKeys && <th scope="col">{texts.foreignKey}</th>}
          {(['title', 'state', 'responsible', 'labels'] as const).map((field) => (
            <th key={field} scope="col">
              {texts.field[field]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item, index) => (
          // Items that are not made yet have nothing but their place.
          <tr key={`${String(index)}-${item.title}`}>
            {hasKeys && <td className={styles.soft}>{item.key}</td>}
            <td data-strong>{item.title}</td>
            <td>{item.state}</td>
            <td>{item.responsible}</td>
            <td>{item.labels.join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
