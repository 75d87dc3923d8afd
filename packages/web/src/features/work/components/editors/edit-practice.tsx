import { foldText } from '@millrace/core/work'
import { useApplyCalls } from '../../hooks/use-apply-calls.tsx'
import { type PracticeName, usePracticeNames } from '../../hooks/use-practice-names.ts'
import { changeItem } from '../../model/moves.ts'
import { shared, whatOf } from '../../model/what-of.ts'
import { textsEdit } from '../../texts-edit.ts'
import { textsPractice } from '../../texts-practice.ts'
import type { EditorProps } from './editor-props.ts'
import { OptionPicker, type PickOption } from './option-picker.tsx'

const NONE = ''

/** Names the practice of items: one of the catalogue, or any words. */
export function EditPractice({ items, onDone }: EditorProps) {
  const apply = useApplyCalls()
  const names = usePracticeNames()
  const texts = shared(items, (item) => item.practice ?? NONE)
  const write = (practice: string) => {
    apply(
      items.map((item) => changeItem(item, { practice: practice === NONE ? null : practice })),
      items.length > 1 ? textsEdit.did.change(whatOf(items)) : undefined,
    )
    onDone()
  }
  return (
    <OptionPicker
      label={textsPractice.pick}
      options={optionsOf(names ?? [], texts)}
      selected={texts}
      onPick={write}
      onCreate={write}
    />
  )
}

/** The catalogue, what stands there now when it is not in it, and nothing. */
function optionsOf(names: readonly PracticeName[], texts: readonly string[]): PickOption[] {
  const known = new Set(names.map(({ folded }) => folded))
  const practices = [...new Set(names.flatMap(({ name, isArchived }) => (isArchived ? [] : [name])))]
  const strange = texts.filter((text) => text !== NONE && !known.has(foldText(text)))
  return [
    ...strange.map((text) => ({ id: text, name: text, hint: textsPractice.notInCatalogue })),
    ...practices.toSorted((a, b) => a.localeCompare(b)).map((name) => ({ id: name, name })),
    { id: NONE, name: textsPractice.none },
  ]
}
