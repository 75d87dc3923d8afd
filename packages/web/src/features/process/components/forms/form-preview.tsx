import { type CompiledForm, compileForm, type FormSchema } from '@millrace/core/process'
import { useState } from 'react'
import { Textarea } from '../../../../ui/index.ts'
import { useFormFilling } from '../../hooks/use-form-filling.ts'
import { textsForms as texts } from '../../texts-forms.ts'
import { FormFields } from './form-fields.tsx'
import styles from './forms.module.css'

type Props = { readonly schema: FormSchema }

const EMPTY: CompiledForm = { parts: [], order: [], names: new Set() }

/** A form as whoever fills it in sees it; while it is faulty, as it was before. */
export function FormPreview({ schema }: Props) {
  const [last, setLast] = useState<{ readonly text: string; readonly form: CompiledForm }>({
    text: '',
    form: EMPTY,
  })
  const text = JSON.stringify(schema)
  if (text !== last.text) {
    const compilation = compileForm(schema)
    setLast({ text, form: compilation.ok ? compilation.form : last.form })
  }
  return (
    <section className={styles.column} aria-label={texts.preview}>
      <h3 className={styles.columnTitle}>{texts.preview}</h3>
      <p className={styles.soft}>{texts.previewHint}</p>
      <Filled form={last.form} />
    </section>
  )
}

function Filled({ form }: { readonly form: CompiledForm }) {
  const [written, setWritten] = useState('')
  const variables = variablesIn(written)
  const filling = useFormFilling({ form, variables: variables ?? NOTHING })
  const values = filling.filled.values
  return (
    <>
      <div className={styles.paper}>
        <FormFields filling={filling} />
      </div>
      <details className={styles.trial}>
        <summary>{texts.previewVariables}</summary>
        <Textarea
          aria-label={texts.previewVariables}
          value={written}
          placeholder={'{ "amount": 1200 }'}
          error={variables === null ? texts.previewWrong : undefined}
          autosize
          minRows={2}
          className={styles.mono ?? ''}
          onChange={(event) => setWritten(event.currentTarget.value)}
        />
      </details>
      <details className={styles.trial}>
        <summary>{texts.handedIn}</summary>
        <pre className={styles.values}>{JSON.stringify(values, null, 2)}</pre>
      </details>
    </>
  )
}

const NOTHING: Readonly<Record<string, unknown>> = {}

function variablesIn(written: string): Readonly<Record<string, unknown>> | null {
  if (written.trim() === '') return NOTHING
  try {
    const json: unknown = JSON.parse(written)
    const isObject = typeof json === 'object' && json !== null && !Array.isArray(json)
    return isObject ? Object.fromEntries(Object.entries(json)) : null
  } catch {
    return null
  }
}
