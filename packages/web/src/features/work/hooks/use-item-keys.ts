import type { WorkItem } from '@millrace/core/work'
import { useKeys } from '../../../platform/use-keys.ts'
import { finishCalls } from '../model/finish.ts'
import type { Lookup } from '../model/lookup.ts'
import { textsEdit } from '../texts-edit.ts'
import { textsKeys } from '../texts-keys.ts'
import { useApplyCalls } from './use-apply-calls.tsx'

const EDITS = [
  ['s', 'state'],
  ['a', 'responsible'],
  ['p', 'priority'],
  ['d', 'due'],
  ['l', 'labels'],
  ['w', 'wait'],
  ['b', 'block'],
  ['h', 'handOff'],
] as const

type Input = {
  readonly item: WorkItem
  readonly lookup: Lookup
  readonly isOn: boolean
  readonly onChoose: (field: string, rect: DOMRect) => void
}

/** The single-letter keys on an item's own page, where no list stands behind it. */
export function useItemKeys({ item, lookup, isOn, onChoose }: Input): void {
  const apply = useApplyCalls()
  const place = (field: string) => {
    const shown =
      document.querySelector(`[data-edit="${field}"]`) ?? document.querySelector('[data-item-menu]')
    return shown?.getBoundingClientRect() ?? new DOMRect(0, 0, 0, 0)
  }
  useKeys([
    ...EDITS.map(([keys, field]) => ({
      id: `item.${field}`,
      keys,
      label: textsKeys.edit[field],
      group: textsKeys.group,
      isOn: () => isOn,
      run: () => onChoose(field, place(field)),
    })),
    {
      id: 'item.finish',
      keys: 'e',
      label: textsKeys.finish,
      group: textsKeys.group,
      isOn: () => isOn,
      run: () => apply(finishCalls([item], lookup), textsEdit.did.finish(item.key)),
    },
  ])
}
