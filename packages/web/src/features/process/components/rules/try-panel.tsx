import type { Decision } from '@millrace/core/decision'
import { type FormEvent, useState } from 'react'
import { Button, SegmentedControl, TextInput } from '../../../../ui/index.ts'
import { askedBy, type LookedAt } from '../../model/rules/looked-at.ts'
import { readValue, writeValue } from '../../model/rules/read-value.ts'
import type { Tried } from '../../model/rules/try-decision.ts'
import { typeWord } from '../../model/rules/type-words.ts'
import { textsRulePanel as texts } from '../../texts-rule-panel.ts'
import { Outcome } from './outcome.tsx'
import styles from './rules.module.css'

type Values = Readonly<Record<string, unknown>>

type Props = {
  readonly looked: LookedAt
  readonly decision: Decision
  readonly values: Values
  readonly tried: Tried | null
  readonly onValues: (values: Values) => void
  /** Null: examples may only be read. */
  readonly onKeep: ((name: string) => Promise<boolean>) | null
}

const BOOLEANS = [
  { value: '', label: texts.nothing },
  { value: 'true', label: texts.yes },
  { value: 'false', label: texts.no },
]

/** Asks the decision as it is written just now. */
export function TryPanel({ looked, decision, values, tried, onValues, onKeep }: Props) {
  const asked = askedBy(looked, decision)
  return (
    <div className={styles.panelBody}>
      <section className={styles.form} aria-label={texts.asked}>
        {asked.length === 0 && <p className={styles.soft}>{texts.askedNothing}</p>}
        {asked.map(({ id, name, typeRef }) => {
          const change = (typed: string) => {
            const { [name]: _before, ...others } = values
            const value = readValue(typed, typeRef)
            onValues(value === undefined ? others : { ...others, [name]: value })
          }
          return typeRef === 'boolean' ? (
            <div key={id} className={styles.choice}>
              <span id={`${id}-label`}>{name}</span>
              <SegmentedControl
                size="xs"
                aria-labelledby={`${id}-label`}
                data={BOOLEANS}
                value={writeValue(values[name])}
                onChange={change}
              />
            </div>
          ) : (
            <Typed key={id} {...{ name, typeRef }} value={values[name]} onChange={change} />
          )
        })}
      </section>
      {tried !== null && <Outcome tried={tried} />}
      {tried !== null && onKeep !== null && <KeepExample onKeep={onKeep} />}
    </div>
  )
}

type TypedProps = {
  readonly name: string
  readonly typeRef: string | null
  readonly value: unknown
  readonly onChange: (typed: string) => void
}

/** What is typed stays as it is typed, until another value comes from elsewhere. */
function Typed({ name, typeRef, value, onChange }: TypedProps) {
  const [typed, setTyped] = useState(writeValue(value))
  const isSame = writeValue(readValue(typed, typeRef)) === writeValue(value)
  return (
    <TextInput
      size="xs"
      label={name}
      description={typeRef === null ? undefined : typeWord(typeRef)}
      value={isSame ? typed : writeValue(value)}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        onChange(event.currentTarget.value)
      }}
    />
  )
}

function KeepExample({ onKeep }: { readonly onKeep: (name: string) => Promise<boolean> }) {
  const [name, setName] = useState('')
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    void onKeep(name.trim()).then((isKept) => isKept && setName(''))
  }
  return (
    <form className={styles.keep} onSubmit={handleSubmit}>
      <TextInput
        size="xs"
        label={texts.keepName}
        placeholder={texts.keepHint}
        description={texts.keepWhat}
        value={name}
        maxLength={150}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" size="xs" variant="default" disabled={name.trim() === ''}>
        {texts.keep}
      </Button>
    </form>
  )
}
