import { type RefObject, useEffect, useRef, useState } from 'react'

type Props = {
  readonly label: string
  readonly value: string
  readonly className?: string | undefined
  readonly isReadOnly?: boolean
  readonly onSave: (value: string) => void
}

/** A text that is edited where it stands. Enter saves, Escape gives up; it grows with its lines. */
export function EditableText({ label, value, className, isReadOnly = false, onSave }: Props) {
  const [draft, setDraft] = useState<string | null>(null)
  const isGivenUp = useRef(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const shown = draft ?? value
  useFittingHeight(field, shown)
  const settle = () => {
    const text = (draft ?? '').trim()
    if (!isGivenUp.current && draft !== null && text !== '' && text !== value) onSave(text)
    isGivenUp.current = false
    setDraft(null)
  }
  return (
    <textarea
      ref={field}
      rows={1}
      className={className}
      aria-label={label}
      value={shown}
      readOnly={isReadOnly}
      spellCheck={false}
      onChange={(event) => setDraft(event.currentTarget.value.replace(/\n/g, ' '))}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        isGivenUp.current = event.key === 'Escape'
        event.preventDefault()
        event.stopPropagation()
        event.currentTarget.blur()
      }}
    />
  )
}

/** As high as the text needs, also after the pane was made wider or narrower. */
function useFittingHeight(field: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useEffect(() => {
    const area = field.current
    if (!area) return undefined
    const fit = () => {
      area.style.blockSize = 'auto'
      area.style.blockSize = `${String(area.scrollHeight)}px`
    }
    let width = 0
    const observer = new ResizeObserver(() => {
      if (area.clientWidth === width) return
      width = area.clientWidth
      fit()
    })
    observer.observe(area)
    fit()
    return () => observer.disconnect()
  }, [field, text])
}
