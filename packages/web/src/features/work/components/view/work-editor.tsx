import type { WorkViewModel } from '../../hooks/use-work-view.ts'
import type { GroupField } from '../../model/group-field.ts'
import { textsView } from '../../texts-view.ts'
import { Anchored } from '../editors/anchored.tsx'
import { GroupPicker } from '../editors/group-picker.tsx'
import { PropertyEditor } from '../editors/property-editor.tsx'
import type { WorkViewProps } from './work-view-props.ts'

type Props = {
  readonly view: WorkViewModel
  readonly field: GroupField
  readonly renderWhy: WorkViewProps['renderWhy']
}

/** The one editor of a view, open over the cell that was asked for. */
export function WorkEditor({ view, field, renderWhy }: Props) {
  const { editor, editedItems: items, lookup, closeEditor } = view
  const [first] = items
  if (!editor || !first) return null
  const { rect } = editor
  switch (editor.field) {
    case 'group':
      return (
        <GroupPicker
          items={items}
          groups={view.groups}
          field={field}
          lookup={lookup}
          rect={rect}
          onMove={view.moveTo}
          onDone={closeEditor}
        />
      )
    case 'why':
      return (
        <Anchored rect={rect} label={textsView.why} onClose={closeEditor}>
          {renderWhy?.(first)}
        </Anchored>
      )
    default:
      return (
        <PropertyEditor items={items} lookup={lookup} field={editor.field} rect={rect} onDone={closeEditor} />
      )
  }
}
