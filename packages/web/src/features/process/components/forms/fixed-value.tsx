import type { FilledField } from '@millrace/core/process'
import { useId } from 'react'
import { useDirectory } from '../../../../platform/store/index.ts'
import { sayFormProblem, valueWords } from '../../model/forms/form-words.ts'
import type { FileChoice } from './control-props.ts'
import styles from './form-fields.module.css'

type Props = { readonly part: FilledField; readonly files: readonly FileChoice[] }

/** A value that is worked out or only shown. */
export function FixedValue({ part, files }: Props) {
  const { people, organisation } = useDirectory()
  const id = useId()
  const nameOf = (wanted: string) =>
    people.get(wanted)?.name ?? files.find((file) => file.id === wanted)?.name
  const { field, problem } = part
  return (
    <div className={styles.fixed}>
      <span className={styles.fixedLabel} id={id}>
        {field.label}
      </span>
      {/* Focus goes here when what is worked out is wrong. */}
      <output className={styles.fixedValue} aria-labelledby={id} tabIndex={problem ? 0 : undefined}>
        {valueWords(part, { currency: organisation.currency, nameOf })}
      </output>
      {field.help && <span className={styles.help}>{field.help}</span>}
      {problem && <span className={styles.problem}>{sayFormProblem(problem)}</span>}
    </div>
  )
}
