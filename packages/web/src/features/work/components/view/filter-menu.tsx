import { parseQuery, QUERY_FLAGS, toggleFlag, toggleValue } from '@millrace/core/work'
import { Check, Plus } from 'lucide-react'
import { Menu } from '../../../../ui/index.ts'
import { edited, filterChips } from '../../model/filter-text.ts'
import { textsView } from '../../texts-view.ts'

type Props = {
  readonly text: string
  readonly onText: (text: string) => void
  /** Begins a condition on a field in the filter's field. */
  readonly onField: (field: string) => void
}

const FLAGS = QUERY_FLAGS.filter((flag) => flag !== 'archived')
const FIELDS = ['state', 'responsible', 'priority', 'label', 'type', 'due', 'team', 'area'] as const

/** Frequent filters to click on, for those who do not want to type. */
export function FilterMenu({ text, onText, onField }: Props) {
  const chips = new Set(filterChips(text).map((chip) => chip.text))
  const isReadable = parseQuery(text).ok
  const tick = (isOn: boolean) =>
    isOn ? <Check size={14} aria-hidden /> : <span style={{ inlineSize: 14 }} />
  return (
    <Menu>
      <Menu.Target>
        <button
          type="button"
          className="plain-button"
          aria-label={textsView.addFilter}
          disabled={!isReadable}
        >
          <Plus size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={tick(chips.has('responsible = me'))}
          onClick={() => onText(edited(text, (query) => toggleValue(query, 'responsible', 'me')))}
        >
          {textsView.mine}
        </Menu.Item>
        {FLAGS.map((flag) => (
          <Menu.Item
            key={flag}
            leftSection={tick(chips.has(flag))}
            onClick={() => onText(edited(text, (query) => toggleFlag(query, flag)))}
          >
            {textsView.flag[flag]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{textsView.filterBy}</Menu.Label>
        {FIELDS.map((field) => (
          <Menu.Item
            key={field}
            leftSection={<span style={{ inlineSize: 14 }} />}
            onClick={() => onField(field)}
          >
            {textsView.filterField[field]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
