import { type FormEvent, type ReactNode, useState } from 'react'
import { Button, Select, Textarea } from '../../../../ui/index.ts'
import { textsEdit } from '../../texts-edit.ts'
import styles from './editors.module.css'

type Choice = { readonly value: string; readonly label: string }

type Props = {
  readonly title: string
  readonly choiceLabel: string
  readonly choices: readonly Choice[]
  readonly initialChoice: string | null
  readonly initialNote?: string
  readonly noteLabel: string
  readonly submitLabel: string
  /** Whether what was filled in is enough. */
  readonly isEnough: (choice: string | null, note: string) => boolean
  readonly onSubmit: (choice: string | null, note: string) => void
  readonly children?: ReactNode
}

/** A small form of one choice and one note: whom it waits for and for what, what blocks it and why. */
export function NoteForm(props: Props) {
  const [choice, setChoice] = useState(props.initialChoice)
  const [note, setNote] = useState(props.initialNote ?? '')
  const isEnough = props.isEnough(choice, note.trim())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isEnough) props.onSubmit(choice, note.trim())
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.formTitle}>{props.title}</div>
      <Select
        label={props.choiceLabel}
        data={[...props.choices]}
        value={choice}
        onChange={setChoice}
        searchable
        clearable
        data-autofocus
        comboboxProps={{ withinPortal: false }}
      />
      <Textarea
        label={props.noteLabel}
        autosize
        minRows={2}
        maxRows={6}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event)
        }}
      />
      <div className={styles.formEnd}>
        {props.children}
        <Button type="submit" size="xs" disabled={!isEnough} title={textsEdit.submitKeys}>
          {props.submitLabel}
        </Button>
      </div>
    </form>
  )
}
