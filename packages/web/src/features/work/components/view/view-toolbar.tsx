import {
  ArrowDownUp,
  CalendarDays,
  ChartGantt,
  Columns3,
  LayoutList,
  SquareKanban,
  Table2,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { Menu } from '../../../../ui/index.ts'
import { USUAL_COLUMNS } from '../../model/columns/built-in-columns.ts'
import type { Column } from '../../model/columns/column.ts'
import { isBeside } from '../../model/columns/custom-columns.ts'
import type { Lookup } from '../../model/lookup.ts'
import { LAYOUTS, type Layout, SORT_FIELDS, type ViewSettings } from '../../model/view-settings.ts'
import { texts } from '../../texts.ts'
import { textsView } from '../../texts-view.ts'
import { GroupMenu, LaneMenu } from './group-menu.tsx'
import { Tick } from './tick.tsx'
import styles from './view.module.css'

type Props = {
  readonly settings: ViewSettings
  readonly allColumns: readonly Column[]
  readonly fields: Lookup['fields']
  /** The page has groups and an order of its own. */
  readonly isArranged: boolean
  readonly onSettings: (change: Partial<ViewSettings>) => void
  readonly filter: ReactNode
  readonly end?: ReactNode
}

const SIGNS = {
  list: LayoutList,
  board: SquareKanban,
  table: Table2,
  calendar: CalendarDays,
  timeline: ChartGantt,
} as const

/** The line above the items: filter, grouping, order, columns, layout. */
export function ViewToolbar(props: Props) {
  const { settings, allColumns, onSettings } = props
  const beside = allColumns.filter(({ id }) => isBeside(id))
  // A calendar has days in their order, and nothing else.
  const canArrange = !props.isArranged && settings.layout !== 'calendar'
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={textsView.toolbar}>
      {props.filter}
      {canArrange && <GroupMenu settings={settings} fields={props.fields} onSettings={onSettings} />}
      {canArrange && settings.layout === 'board' && (
        <LaneMenu settings={settings} fields={props.fields} onSettings={onSettings} />
      )}
      {canArrange && <SortMenu settings={settings} allColumns={allColumns} onSettings={onSettings} />}
      {settings.layout === 'table' ? (
        <ColumnMenu
          name={textsView.columns}
          settings={settings}
          columns={allColumns}
          onSettings={onSettings}
        />
      ) : (
        <ColumnMenu name={textsView.fields} settings={settings} columns={beside} onSettings={onSettings} />
      )}
      {props.end}
      <LayoutSwitch layout={settings.layout} onLayout={(layout) => onSettings({ layout })} />
    </div>
  )
}

type MenuProps = Pick<Props, 'settings' | 'onSettings'>

function SortMenu({ settings, allColumns, onSettings }: MenuProps & Pick<Props, 'allColumns'>) {
  const { sort } = settings
  const custom = allColumns.filter((column) => isBeside(column.id))
  const name =
    texts.sortField[sort.field] ?? custom.find((column) => column.sort === sort.field)?.name ?? sort.field
  const fields: readonly { readonly field: string; readonly name: string }[] = [
    ...SORT_FIELDS.map((field) => ({ field, name: texts.sortField[field] ?? field })),
    ...custom.map((column) => ({ field: column.id, name: column.name })),
  ]
  return (
    <Menu>
      <Menu.Target>
        <button type="button" className={styles.tool}>
          <ArrowDownUp size={14} strokeWidth={1.75} aria-hidden />
          <span className={styles.toolText}>{name}</span>
          <span className="visually-hidden">{textsView.sortBy}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        <Menu.Label>{textsView.sortBy}</Menu.Label>
        {fields.map(({ field, name: label }) => (
          <Menu.Item
            key={field}
            leftSection={<Tick isOn={sort.field === field} />}
            onClick={() => onSettings({ sort: { field, descending: sort.descending && field !== 'manual' } })}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<Tick isOn={sort.descending} />}
          disabled={sort.field === 'manual'}
          onClick={() => onSettings({ sort: { ...sort, descending: !sort.descending } })}
        >
          {textsView.descending}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

type ColumnMenuProps = MenuProps & { readonly name: string; readonly columns: readonly Column[] }

/** What a view shows of each item: the columns of a table, or own fields beside the rest. */
function ColumnMenu({ name, settings, columns, onSettings }: ColumnMenuProps) {
  const shown = settings.columns ?? USUAL_COLUMNS
  const toggle = (id: string) =>
    onSettings({ columns: shown.includes(id) ? shown.filter((each) => each !== id) : [...shown, id] })
  return (
    <Menu closeOnItemClick={false}>
      <Menu.Target>
        <button type="button" className={styles.tool}>
          <Columns3 size={14} strokeWidth={1.75} aria-hidden />
          <span className={styles.toolText}>{name}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown mah={440} style={{ overflowY: 'auto' }}>
        {columns.map((column) => (
          <Menu.Item
            key={column.id}
            leftSection={<Tick isOn={shown.includes(column.id)} />}
            disabled={column.id === 'title'}
            onClick={() => toggle(column.id)}
          >
            {column.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<Tick isOn={false} />} onClick={() => onSettings({ columns: null })}>
          {textsView.usualColumns}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

type SwitchProps = { readonly layout: Layout; readonly onLayout: (layout: Layout) => void }

function LayoutSwitch({ layout, onLayout }: SwitchProps) {
  return (
    <div role="radiogroup" aria-label={textsView.layout} className={styles.layouts}>
      {LAYOUTS.map((each) => {
        const Sign = SIGNS[each]
        return (
          <button
            key={each}
            type="button"
            role="radio"
            aria-checked={each === layout}
            aria-label={textsView.layoutName[each]}
            title={textsView.layoutName[each]}
            className={styles.layout}
            onClick={() => onLayout(each)}
          >
            <Sign size={15} strokeWidth={1.75} aria-hidden />
          </button>
        )
      })}
    </div>
  )
}
