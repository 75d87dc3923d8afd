import type { ImportMapping, ImportProfile } from '@millrace/contract'
import { Select } from '../../../ui/index.ts'
import { tableOf } from '../model/table-of.ts'
import { texts } from '../texts.ts'
import { ColumnTable } from './column-table.tsx'
import styles from './exchange.module.css'

type Props = {
  readonly profile: Extract<ImportProfile, { readonly format: 'xlsx' }>
  readonly mapping: ImportMapping
  readonly onChange: (mapping: ImportMapping) => void
}

/** Which sheet of a spreadsheet is meant, when there are several, and what its columns mean. */
export function SheetTable({ profile, mapping, onChange }: Props) {
  const table = tableOf(profile, mapping.sheet)
  const handleSheet = (chosen: string | null) => {
    const sheet = Number(chosen)
    onChange({ ...mapping, sheet, columns: tableOf(profile, sheet)?.mapping ?? [] })
  }
  return (
    <>
      {profile.sheets.length > 1 && (
        <div className={styles.fields}>
          <Select
            label={texts.sheet}
            allowDeselect={false}
            data={profile.sheets.map(({ sheet, name, rowCount }) => ({
              value: String(sheet),
              label: `${name} (${texts.rows(rowCount)})`,
            }))}
            value={String(mapping.sheet ?? profile.sheets[0]?.sheet ?? 0)}
            onChange={handleSheet}
          />
        </div>
      )}
      {table && <ColumnTable profile={table} mapping={mapping} onChange={onChange} />}
    </>
  )
}
