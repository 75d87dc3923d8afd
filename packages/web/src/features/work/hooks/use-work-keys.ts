import type { KeyCommand } from '../../../platform/keyboard.ts'
import { useKeys } from '../../../platform/use-keys.ts'
import type { Layout } from '../model/view-settings.ts'
import { textsKeys } from '../texts-keys.ts'
import type { WorkSelection } from './use-work-selection.ts'

type Actions = {
  readonly selection: WorkSelection
  readonly targets: () => readonly string[]
  readonly edit: (field: string) => void
  readonly peek: () => void
  readonly open: () => void
  readonly finish: () => void
  readonly sideways: (by: number) => void
  readonly leave: () => void
  readonly create: () => void
  readonly focusFilter: () => void
  readonly setLayout: (layout: Layout) => void
  readonly layout: Layout
}

const EDITS = [
  ['s', 'state'],
  ['a', 'responsible'],
  ['p', 'priority'],
  ['d', 'due'],
  ['l', 'labels'],
  ['w', 'wait'],
  ['b', 'block'],
  ['h', 'handOff'],
  ['m', 'group'],
] as const

/**
 * The keys of lists, tables, boards and time lines; on a calendar those that do not walk from line to line. They act upon the marked items, or else on the one under the cursor.
 */
export function useWorkKeys(actions: Actions): void {
  useKeys([...moveKeys(actions), ...actionKeys(actions), ...viewKeys(actions)])
}

function moveKeys({ selection, sideways, layout, leave }: Actions): KeyCommand[] {
  const hidden = { group: textsKeys.group, isHidden: true }
  const step = (keys: string, label: string, run: () => void): KeyCommand => ({
    ...hidden,
    id: `work.move.${keys}`,
    keys,
    label,
    isOn: () => layout !== 'calendar',
    run,
  })
  return [
    step('j', textsKeys.next, () => selection.move(1)),
    step('ArrowDown', textsKeys.next, () => selection.move(1)),
    step('k', textsKeys.previous, () => selection.move(-1)),
    step('ArrowUp', textsKeys.previous, () => selection.move(-1)),
    step('shift+ArrowDown', textsKeys.extend, () => selection.extend(1)),
    step('shift+ArrowUp', textsKeys.extend, () => selection.extend(-1)),
    {
      ...step('ArrowLeft', textsKeys.left, () => sideways(-1)),
      isOn: () => layout === 'board',
    },
    {
      ...step('ArrowRight', textsKeys.right, () => sideways(1)),
      isOn: () => layout === 'board',
    },
    {
      ...step('Escape', textsKeys.leave, leave),
      isOn: () => selection.selection.selected.size > 0,
    },
  ]
}

function actionKeys({ selection, targets, edit, peek, open, finish, layout }: Actions): KeyCommand[] {
  const { cursor } = selection.selection
  const isOn = () => targets().length > 0
  const hasCursor = () => cursor !== null
  const { group } = textsKeys
  return [
    ...EDITS.map(([keys, field]) => ({
      id: `work.edit.${field}`,
      keys,
      label: textsKeys.edit[field],
      group,
      isOn,
      run: () => edit(field),
    })),
    { id: 'work.finish', keys: 'e', label: textsKeys.finish, group, isOn, run: finish },
    { id: 'work.peek', keys: 'Space', label: textsKeys.peek, group, isOn: hasCursor, run: peek },
    {
      id: 'work.open',
      keys: 'Enter',
      label: textsKeys.open,
      group,
      isOn: () => hasCursor() && layout !== 'calendar',
      run: open,
    },
    {
      id: 'work.select',
      keys: 'x',
      label: textsKeys.select,
      group,
      isOn: hasCursor,
      run: () => {
        if (cursor !== null) selection.toggle(cursor)
      },
    },
    { id: 'work.selectAll', keys: 'mod+a', label: textsKeys.selectAll, group, run: selection.selectAll },
  ]
}

function viewKeys({ create, focusFilter, setLayout, layout: shown }: Actions): KeyCommand[] {
  const group = textsKeys.view
  const layout = (keys: string, name: Layout): KeyCommand => ({
    id: `work.layout.${name}`,
    keys,
    label: textsKeys.layout[name],
    group,
    run: () => setLayout(name),
  })
  return [
    { id: 'work.filter', keys: '/', label: textsKeys.filter, group, run: focusFilter },
    {
      id: 'work.createHere',
      keys: 'n',
      label: textsKeys.create,
      group,
      isOn: () => shown !== 'calendar',
      run: create,
    },
    layout('1', 'list'),
    layout('2', 'board'),
    layout('3', 'table'),
    layout('4', 'calendar'),
    layout('5', 'timeline'),
  ]
}
