import type { Aggregation, HitPolicy } from '@millrace/core/decision'
import type { EditedTable } from '@millrace/formats/dmn'
import { ChevronDown, Plus, Redo2, Undo2 } from 'lucide-react'
import { ActionIcon, Button, Menu, Popover, Select } from '../../../../ui/index.ts'
import type { TableHistory } from '../../hooks/use-table-history.ts'
import {
  addAbove,
  addBelow,
  removeChosen,
  repeatChosen,
  shiftColumn,
  shiftRules,
} from '../../model/rules/grid-keys.ts'
import { type ColumnKind, columnsOf, insertColumn, removeColumn } from '../../model/rules/grid-table.ts'
import { textsRuleGrid as texts } from '../../texts-rule-grid.ts'
import styles from './rules.module.css'
import type { RuleGrid } from './use-rule-grid.ts'

type Props = {
  readonly history: TableHistory
  readonly grid: RuleGrid
  readonly onColumn: (column: number) => void
}

const POLICIES = Object.entries(texts.policies).map(([value, label]) => ({ value, label }))
const COUNTED = new Set<string>(['SUM', 'COUNT', 'MIN', 'MAX'] satisfies Aggregation[])

/** What several matches make, with the totals of COLLECT as choices of their own. */
function policyOf({ hitPolicy, aggregation }: EditedTable): string {
  return hitPolicy === 'COLLECT' && aggregation !== null ? aggregation : hitPolicy
}

function withPolicy(table: EditedTable, policy: string): EditedTable {
  // The choices are those of the two lists.
  if (COUNTED.has(policy)) return { ...table, hitPolicy: 'COLLECT', aggregation: policy as Aggregation }
  return { ...table, hitPolicy: policy as HitPolicy, aggregation: null } // As above.
}

/** What can be done to the table beside typing into it. */
export function RuleTools({ history, grid, onColumn }: Props) {
  const { table, undo, redo } = history
  const { state, apply } = grid
  const column = columnsOf(table)[state.choice.focus.column]
  const addColumn = (kind: ColumnKind) => {
    const index = { input: table.inputs, output: table.outputs, annotation: table.annotations }[kind].length
    const next = insertColumn(table, { kind, index })
    history.change(next)
    onColumn(columnsOf(next).findIndex((one) => one.kind === kind && one.index === index))
  }
  return (
    <div className={styles.tools}>
      <Select
        size="xs"
        className={styles.policy}
        aria-label={texts.policy}
        data={POLICIES}
        value={policyOf(table)}
        allowDeselect={false}
        onChange={(value) => history.change(withPolicy(table, value ?? 'UNIQUE'))}
      />
      <Button
        size="xs"
        variant="default"
        leftSection={<Plus size={14} aria-hidden />}
        onClick={() => {
          apply(addBelow(state))
          grid.focusGrid()
        }}
      >
        {texts.addRule}
      </Button>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button size="xs" variant="default" rightSection={<ChevronDown size={13} aria-hidden />}>
            {texts.rule}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => apply(addAbove(state))}>{texts.above}</Menu.Item>
          <Menu.Item onClick={() => apply(addBelow(state))}>{texts.below}</Menu.Item>
          <Menu.Item onClick={() => apply(repeatChosen(state))}>{texts.repeat}</Menu.Item>
          <Menu.Item onClick={() => apply(shiftRules(state, -1))}>{texts.up}</Menu.Item>
          <Menu.Item onClick={() => apply(shiftRules(state, 1))}>{texts.down}</Menu.Item>
          <Menu.Divider />
          <Menu.Item color="red" onClick={() => apply(removeChosen(state))}>
            {texts.removeRule}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button size="xs" variant="default" rightSection={<ChevronDown size={13} aria-hidden />}>
            {texts.column}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => addColumn('input')}>{texts.addInput}</Menu.Item>
          <Menu.Item onClick={() => addColumn('output')}>{texts.addOutput}</Menu.Item>
          <Menu.Item onClick={() => addColumn('annotation')}>{texts.addNote}</Menu.Item>
          {column !== undefined && (
            <>
              <Menu.Divider />
              <Menu.Label>{column.title}</Menu.Label>
              <Menu.Item onClick={() => onColumn(state.choice.focus.column)}>{texts.editColumn}</Menu.Item>
              <Menu.Item onClick={() => apply(shiftColumn(state, -1))}>{texts.before}</Menu.Item>
              <Menu.Item onClick={() => apply(shiftColumn(state, 1))}>{texts.after}</Menu.Item>
              <Menu.Item color="red" onClick={() => history.change(removeColumn(table, column))}>
                {texts.removeColumn}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <ActionIcon
        size={28}
        variant="subtle"
        aria-label={texts.undo}
        disabled={!undo}
        onClick={() => undo?.()}
      >
        <Undo2 size={15} aria-hidden />
      </ActionIcon>
      <ActionIcon
        size={28}
        variant="subtle"
        aria-label={texts.redo}
        disabled={!redo}
        onClick={() => redo?.()}
      >
        <Redo2 size={15} aria-hidden />
      </ActionIcon>
      <Popover position="bottom-end">
        <Popover.Target>
          <Button size="xs" variant="subtle">
            {texts.keys}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <dl className={styles.keyHelp}>
            {texts.keyHelp.map(([keys, what]) => (
              <div key={keys}>
                <dt>{keys}</dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </Popover.Dropdown>
      </Popover>
    </div>
  )
}
