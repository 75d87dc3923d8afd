import { Group as GroupSign, Rows3 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Menu } from '../../../../ui/index.ts'
import { type GroupField, groupFieldName, groupFields } from '../../model/group-field.ts'
import type { Lookup } from '../../model/lookup.ts'
import type { ViewSettings } from '../../model/view-settings.ts'
import { textsView } from '../../texts-view.ts'
import { Tick } from './tick.tsx'
import styles from './view.module.css'

type Props = {
  readonly settings: ViewSettings
  readonly fields: Lookup['fields']
  readonly onSettings: (change: Partial<ViewSettings>) => void
}

/** What the items are gathered by; of a board, its columns. */
export function GroupMenu({ settings, fields, onSettings }: Props) {
  const isBoard = settings.layout === 'board'
  return (
    <FieldMenu
      label={isBoard ? textsView.columnsBy : textsView.groupBy}
      sign={<GroupSign size={14} strokeWidth={1.75} aria-hidden />}
      chosen={settings.group}
      offered={groupFields(fields).filter((field) => !isBoard || field !== 'none')}
      fields={fields}
      onChoose={(group) =>
        // Rows and columns by the same would leave all other places empty.
        onSettings({ group, ...(group === settings.lanes ? { lanes: 'none' } : {}) })
      }
    />
  )
}

/** What gathers the cards of a board into rows across its columns. */
export function LaneMenu({ settings, fields, onSettings }: Props) {
  return (
    <FieldMenu
      label={textsView.rowsBy}
      sign={<Rows3 size={14} strokeWidth={1.75} aria-hidden />}
      chosen={settings.lanes}
      none={textsView.noRows}
      offered={groupFields(fields).filter((field) => field !== settings.group)}
      fields={fields}
      onChoose={(lanes) => onSettings({ lanes })}
    />
  )
}

type FieldMenuProps = {
  readonly label: string
  readonly sign: ReactNode
  readonly chosen: GroupField
  readonly offered: readonly GroupField[]
  readonly fields: Lookup['fields']
  /** How it is called not to gather at all. */
  readonly none?: string
  readonly onChoose: (field: GroupField) => void
}

function FieldMenu({ label, sign, chosen, offered, fields, none, onChoose }: FieldMenuProps) {
  const name = (field: GroupField) =>
    field === 'none' && none !== undefined ? none : groupFieldName(field, fields)
  return (
    <Menu>
      <Menu.Target>
        <button type="button" className={styles.tool}>
          {sign}
          <span className={styles.toolText}>{name(chosen)}</span>
          <span className="visually-hidden">{label}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        <Menu.Label>{label}</Menu.Label>
        {offered.map((field) => (
          <Menu.Item
            key={field}
            leftSection={<Tick isOn={chosen === field} />}
            onClick={() => onChoose(field)}
          >
            {name(field)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
