import type { FilledField, FilledNote } from '@millrace/core/process'
import type { Filling } from '../../hooks/use-form-filling.ts'
import type { FileChoice } from './control-props.ts'
import { FixedValue } from './fixed-value.tsx'
import { FormControl } from './form-control.tsx'
import styles from './form-fields.module.css'

type Props = {
  readonly filling: Filling
  readonly files?: readonly FileChoice[]
}

/** A form to fill in: what is seen of it now, in its order. */
export function FormFields({ filling, files = [] }: Props) {
  return (
    <div className={styles.fields} ref={filling.frame}>
      {filling.filled.parts.map((part, at) => {
        if (!part.isVisible) return null
        return part.kind === 'note' ? (
          // Parts have no name of their own; their order is what they are.
          <Note key={`note-${String(at)}`} part={part} />
        ) : (
          <Field key={part.field.key} part={part} filling={filling} files={files} />
        )
      })}
    </div>
  )
}

function Note({ part: { note, text } }: { readonly part: FilledNote }) {
  if (note.kind === 'note') return <p className={styles.note}>{text}</p>
  return text.trim() === '' ? <hr className={styles.rule} /> : <h3 className={styles.section}>{text}</h3>
}

function Field({
  part,
  filling,
  files,
}: {
  readonly part: FilledField
  readonly filling: Filling
  readonly files: readonly FileChoice[]
}) {
  const { key } = part.field
  return (
    <div
      data-form-key={key}
      // Leaving one of several buttons for the next is not leaving the field.
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) filling.leave(key)
      }}
    >
      {part.isFixed ? (
        <FixedValue part={part} files={files} />
      ) : (
        <FormControl
          part={part}
          files={files}
          isTold={filling.isTold(key)}
          onChange={(value) => filling.enter(key, value)}
        />
      )}
    </div>
  )
}
