import { Plus } from 'lucide-react'
import { useState } from 'react'
import { titlesFromPaste } from '../../model/pasted-lines.ts'
import { textsView } from '../../texts-view.ts'
import { QuickAddParts } from '../view/quick-add-parts.tsx'
import styles from './item-list.module.css'

type Props = {
  readonly groupKey: string
  readonly groupLabel: string
  readonly isOpen: boolean
  readonly top: number
  readonly rowIndex: number
  readonly onOpen: () => void
  readonly onClose: () => void
  readonly onCreate: (titles: readonly string[]) => void
}

/** The line at the end of a group on which new items are written. It stays open for the next one. */
export function NewItemRow(props: Props) {
  const { groupKey, groupLabel, isOpen, top, rowIndex } = props
  return (
    <div
      role="row"
      className={styles.createRow}
      aria-rowindex={rowIndex}
      style={{ transform: `translateY(${String(top)}px)` }}
    >
      <span role="gridcell" style={{ display: 'flex', flex: 1, minInlineSize: 0 }}>
        {isOpen ? (
          <NewItemInput key={groupKey} label={textsView.addTo(groupLabel)} {...props} />
        ) : (
          <button type="button" tabIndex={-1} className={styles.createButton} onClick={props.onOpen}>
            <Plus size={14} strokeWidth={1.75} aria-hidden />
            {textsView.newItem}
          </button>
        )}
      </span>
    </div>
  )
}

type InputProps = {
  readonly label: string
  readonly placeholder?: string
  readonly onClose: () => void
  readonly onCreate: (titles: readonly string[]) => void
}

/** Takes a line and Enter, or a pasted list: one item for each line, with what the line says about it. */
export function NewItemInput({ label, placeholder, onClose, onCreate }: InputProps) {
  const [title, setTitle] = useState('')
  const submit = () => {
    if (title.trim() === '') return onClose()
    onCreate([title.trim()])
    setTitle('')
  }
  return (
    <>
      <input
        className={styles.createInput}
        aria-label={label}
        placeholder={placeholder ?? textsView.newItemHint}
        value={title}
        // The person has just asked to write here.
        ref={(input) => input?.focus({ preventScroll: true })}
        onChange={(event) => setTitle(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') submit()
          if (event.key === 'Escape') onClose()
          if (event.key === 'Enter' || event.key === 'Escape') event.stopPropagation()
        }}
        onBlur={() => {
          if (title.trim() === '') onClose()
        }}
        onPaste={(event) => {
          const titles = titlesFromPaste(event.clipboardData.getData('text/plain'))
          if (titles === null) return
          event.preventDefault()
          onCreate(titles)
        }}
      />
      <QuickAddParts line={title} onChange={setTitle} />
    </>
  )
}
