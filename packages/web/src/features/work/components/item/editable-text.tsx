import { type RefObject, useEffect, useRef, useState } from 'react'

type Props = {
  readonly label: string
  /** What is written here, for others who have it before them. */
  readonly writes?: string
  readonly value: string
  readonly className?: string | undefined
  readonly isReadOnly?: boolean
  /** It was opened to be written in. */
  readonly hasFocus?: boolean
  /** Told also what stood there when the writing began: somebody may have changed it meanwhile. */
  readonly onSave: (value: string, before: string) => void
  /** Told when the writing is over, saved or not. */
  readonly onLeave?: () => void
}

/** A text that is edited where it stands. Enter saves, Escape gives up; it grows with its lines. */
export function EditableText(props: Props) {
  const { label, writes, value, className, isReadOnly = false, hasFocus = false, onSave, onLeave } = props
  const [draft, setDraft] = useState<{ readonly text: string; readonly before: string } | null>(null)
  const isGivenUp = useRef(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const shown = draft?.text ?? value
  useFittingHeight(field, shown)
  useEffect(() => {
    if (hasFocus) field.current?.focus({ preventScroll: true })
  }, [hasFocus])
  const settle = () => {
    const text = (draft?.text ?? '').trim()
    if (!isGivenUp.current && draft !== null && text !== '' && text !== value) onSave(text, draft.before)
    isGivenUp.current = false
    setDraft(null)
    onLeave?.()
  }
  return (
    <textarea
      ref={field}
      rows={1}
      className={className}
      aria-label={label}
      data-writes={isReadOnly ? undefined : writes}
      value={shown}
      readOnly={isReadOnly}
      spellCheck={false}
      onChange={(event) =>
        setDraft({
          text: event.currentTarget.value.replace(/\n/g, ' '),
          before: draft?.before ?? value,
        })
      }
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
