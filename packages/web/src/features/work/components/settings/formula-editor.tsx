import type { Refusal } from '@millrace/core/kernel'
import { FORMULA_ATTRIBUTES, FORMULA_FUNCTIONS } from '@millrace/core/work'
import { useRef } from 'react'
import { refusedBy } from '../../../../platform/refused.ts'
import { Select, Textarea } from '../../../../ui/index.ts'
import type { Lookup } from '../../model/lookup.ts'
import { settingsTexts } from '../../texts-settings.ts'
import styles from './settings.module.css'

type Props = {
  readonly label: string
  readonly hint?: string
  readonly source: string
  readonly refusal: Refusal | null
  readonly fields: Lookup['fields']
  readonly onChange: (source: string) => void
}

/** A formula as text, with the names it may use and the place at which it cannot be read. */
export function FormulaEditor({ label, hint, source, refusal, fields, onChange }: Props) {
  const input = useRef<HTMLTextAreaElement>(null)
  const words = settingsTexts.fields
  const insert = (text: string) => {
    const { selectionStart: from = source.length, selectionEnd: to = source.length } = input.current ?? {}
    onChange(`${source.slice(0, from)}${text}${source.slice(to)}`)
    requestAnimationFrame(() => {
      input.current?.focus()
      input.current?.setSelectionRange(from + text.length, from + text.length)
    })
  }
  return (
    <div>
      <Textarea
        ref={input}
        label={label}
        description={hint}
        classNames={{ input: styles.formula ?? '' }}
        value={source}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        spellCheck={false}
        error={refusal && <FormulaError source={source} refusal={refusal} />}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Select
        aria-label={words.insert}
        placeholder={words.insert}
        className={styles.insert ?? ''}
        size="xs"
        searchable
        value={null}
        data={namesFor(fields)}
        onChange={(name) => name !== null && insert(name)}
      />
    </div>
  )
}

type ErrorProps = { readonly source: string; readonly refusal: Refusal }

/** What is wrong, where it stands, and what to do. */
function FormulaError({ source, refusal }: ErrorProps) {
  const { sentence, remedy } = refusedBy(refusal)
  const position = refusal.params?.['position']
  const suggestion = refusal.params?.['suggestion']
  const found = refusal.params?.['found']
  const end = Number(position) + (typeof found === 'string' ? Math.max(found.length, 1) : 1)
  return (
    <span data-testid="formula-error">
      {typeof position === 'number' && source !== '' && (
        <code className={styles.place}>
          {source.slice(0, position)}
          <mark>{source.slice(position, end) || settingsTexts.fields.here}</mark>
          {source.slice(end)}
        </code>
      )}
      {sentence} {typeof suggestion === 'string' ? settingsTexts.fields.meant(suggestion) : remedy}
    </span>
  )
}

function namesFor(fields: Lookup['fields']) {
  const words = settingsTexts.fields
  const own = [...fields.values()].filter(({ archivedAt }) => archivedAt === null)
  return [
    {
      group: words.ownFields,
      items: own.map(({ key, name }) => ({ value: key, label: `${name} (${key})` })),
    },
    {
      group: words.everyItem,
      items: Object.keys(FORMULA_ATTRIBUTES)
        .filter((name) => own.every(({ key }) => key !== name))
        .map((name) => ({ value: name, label: name })),
    },
    {
      group: words.functions,
      items: [
        { value: 'today()', label: 'today()' },
        ...Object.values(FORMULA_FUNCTIONS).map(({ usage }) => ({ value: usage, label: usage })),
      ],
    },
  ]
}
