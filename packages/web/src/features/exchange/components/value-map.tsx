import type { ImportColumn } from '@millrace/contract'
import { useDirectory } from '../../../platform/store/index.ts'
import { Button, Popover, Select } from '../../../ui/index.ts'
import { texts } from '../texts.ts'
import styles from './exchange.module.css'

type Props = {
  readonly mapped: ImportColumn
  readonly written: readonly string[]
  readonly typeId: string | null
  readonly onChange: (mapped: ImportColumn) => void
}

/** What each value of a column means: a state of the type, or a priority. Unset ones are matched by name. */
export function ValueMap({ mapped, written, typeId, onChange }: Props) {
  const { types } = useDirectory()
  const type = types.get(typeId ?? '') ?? [...types.values()][0]
  const choices =
    mapped.field === 'priority'
      ? texts.priority.map((label, index) => ({ value: String(index), label }))
      : (type?.workflow.states ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const set = (value: string, to: string | null) => {
    const { [value]: _before, ...others } = mapped.values ?? {}
    onChange({ ...mapped, values: to === null ? others : { ...others, [value]: to } })
  }
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <Button size="xs" variant="default">
          {texts.values} ({written.length})
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={styles.values}>
          {written.map((value) => (
            <Select
              key={value}
              label={value}
              aria-label={texts.valueMeans(value)}
              placeholder={texts.byName}
              clearable
              data={choices}
              value={mapped.values?.[value] ?? null}
              comboboxProps={{ withinPortal: false }}
              onChange={(to) => set(value, to)}
            />
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
