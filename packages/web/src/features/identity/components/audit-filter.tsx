import { useDirectory } from '../../../platform/store/index.ts'
import { Select, TextInput } from '../../../ui/index.ts'
import type { AuditFilter } from '../hooks/use-audit.ts'
import { auditTexts } from '../texts-audit.ts'
import styles from './audit.module.css'

type Props = { readonly filter: AuditFilter; readonly onChange: (filter: AuditFilter) => void }
type Group = NonNullable<AuditFilter['group']>

const GROUPS: readonly Group[] = ['signIn', 'people', 'access', 'tokens', 'settings', 'data', 'archive']

/** Whose doings, of which kind, on which days. */
export function AuditFilterBar({ filter, onChange }: Props) {
  const { people } = useDirectory()
  const names = [...people.values()]
    .map(({ id, name }) => ({ value: id, label: name }))
    .toSorted((a, b) => a.label.localeCompare(b.label))
  const day = (name: 'fromOn' | 'untilOn') => (
    <TextInput
      type="date"
      label={auditTexts[name]}
      value={filter[name] ?? ''}
      onChange={({ currentTarget: { value } }) => {
        const { [name]: _before, ...rest } = filter
        onChange(value === '' ? rest : { ...rest, [name]: value })
      }}
    />
  )
  return (
    <div className={styles.filter}>
      <Select
        label={auditTexts.who}
        placeholder={auditTexts.anybody}
        data={names}
        searchable
        clearable
        limit={50}
        value={filter.personId ?? null}
        onChange={(value) => {
          const { personId: _before, ...rest } = filter
          onChange(value === null ? rest : { ...rest, personId: value })
        }}
      />
      <Select
        label={auditTexts.what}
        placeholder={auditTexts.anything}
        data={GROUPS.map((value) => ({ value, label: auditTexts.groups[value] }))}
        clearable
        value={filter.group ?? null}
        onChange={(value) => {
          const { group: _before, ...rest } = filter
          const group = GROUPS.find((known) => known === value)
          onChange(group === undefined ? rest : { ...rest, group })
        }}
      />
      {day('fromOn')}
      {day('untilOn')}
    </div>
  )
}
