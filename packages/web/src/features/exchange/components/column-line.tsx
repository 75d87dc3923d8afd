import type { ImportColumn, TableProfile } from '@millrace/contract'
import { useDirectory } from '../../../platform/store/index.ts'
import { Select } from '../../../ui/index.ts'
import { texts } from '../texts.ts'
import styles from './exchange.module.css'
import { ValueMap } from './value-map.tsx'

type Profiled = TableProfile['columns'][number]

type Props = {
  readonly column: Profiled
  readonly rowCount: number
  readonly mapped: ImportColumn | undefined
  readonly typeId: string | null
  readonly onChange: (mapped: ImportColumn) => void
}

type FieldName = ImportColumn['field']
const FIELDS = (Object.keys(texts.field) as FieldName[]).filter((field) => field !== 'custom') // The names of the texts are the fields.
const DAYS = new Set<FieldName>(['startsOn', 'dueOn', 'createdOn', 'finishedOn'])
const ORDERS = ['day-month', 'month-day'] as const
const UNITS = ['minute', 'hour', 'day', 'week', 'month'] as const

/** A column of the file: what stands in it, what it becomes, and how it is to be read. */
export function ColumnLine({ column, rowCount, mapped, typeId, onChange }: Props) {
  const { fields } = useDirectory()
  const current: ImportColumn = mapped ?? { column: column.index, field: 'ignore' }
  const own = [...fields.values()].filter((field) => field.archivedAt === null && !field.isLocked)
  const value = current.field === 'custom' ? `custom:${current.fieldId ?? ''}` : current.field
  const choose = (chosen: string | null) => {
    const fieldId = chosen?.startsWith('custom:') ? chosen.slice('custom:'.length) : null
    const field = fieldId === null ? (FIELDS.find((known) => known === chosen) ?? 'ignore') : 'custom'
    onChange({ column: column.index, field, ...(fieldId === null ? {} : { fieldId }) })
  }
  return (
    <tr>
      <td className={styles.columnName}>
        <strong>{column.name}</strong>
        <span className={styles.examples}>
          {texts.of(column.filled, rowCount)} · {column.examples.slice(0, 3).join(' · ')}
        </span>
      </td>
      <td className={styles.arrow} aria-hidden>
        →
      </td>
      <td className={styles.columnField}>
        <Select
          aria-label={`${column.name} ${texts.becomes}`}
          searchable
          allowDeselect={false}
          data={[
            ...FIELDS.map((field) => ({ value: field, label: texts.field[field] })),
            ...own.map((field) => ({ value: `custom:${field.id}`, label: texts.customField(field.name) })),
          ]}
          value={value}
          onChange={choose}
        />
      </td>
      <td>
        {DAYS.has(current.field) && !column.isDateOrderSure && (
          <Select
            aria-label={texts.dateOrderLabel}
            allowDeselect={false}
            data={ORDERS.map((order) => ({ value: order, label: texts.dateOrder[order] }))}
            value={current.dateOrder ?? column.dateOrder ?? 'day-month'}
            onChange={(order) => {
              const dateOrder = ORDERS.find((known) => known === order)
              if (dateOrder) onChange({ ...current, dateOrder })
            }}
          />
        )}
        {current.field === 'effort' && (
          <Select
            aria-label={texts.unitLabel}
            allowDeselect={false}
            data={UNITS.map((unit) => ({ value: unit, label: `${texts.unitLabel} ${texts.unit[unit]}` }))}
            value={current.unit ?? 'hour'}
            onChange={(chosen) => {
              const unit = UNITS.find((known) => known === chosen)
              if (unit) onChange({ ...current, unit })
            }}
          />
        )}
        {(current.field === 'state' || current.field === 'priority') && column.values.length > 0 && (
          <ValueMap mapped={current} written={column.values} typeId={typeId} onChange={onChange} />
        )}
      </td>
    </tr>
  )
}
