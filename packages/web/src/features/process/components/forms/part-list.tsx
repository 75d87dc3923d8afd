import { FORM_FIELD_KINDS, FORM_NOTE_KINDS, isFormField } from '@millrace/core/process'
import { ArrowDown, ArrowUp, CircleAlert, Plus, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { ActionIcon, Button, Menu } from '../../../../ui/index.ts'
import type { FormEditor } from '../../hooks/use-form-editor.ts'
import { partName } from '../../model/forms/form-words.ts'
import { textsForms as texts } from '../../texts-forms.ts'
import styles from './forms.module.css'

type Props = { readonly editor: FormEditor }

/** The parts of a form in their order: chosen, moved and taken out by keys or buttons. */
export function PartList({ editor }: Props) {
  const { form, at, faults } = editor
  const list = useRef<HTMLOListElement>(null)
  const hasFocus = useRef(false)
  useEffect(() => {
    // What the keys move keeps the focus.
    if (hasFocus.current) list.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus()
  }, [at, form.parts])
  const handleKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (by !== 0 && event.altKey) editor.move(by)
    else if (by !== 0) editor.choose(Math.max(0, Math.min(form.parts.length - 1, at + by)))
    else if (event.key === 'Delete') editor.takeOut(at)
    else return
    event.preventDefault()
  }
  return (
    <section className={styles.column} aria-label={texts.parts}>
      <div className={styles.columnHead}>
        <h3 className={styles.columnTitle}>{texts.parts}</h3>
        <AddMenu onAdd={editor.add} />
      </div>
      <ol
        ref={list}
        className={styles.parts}
        onFocus={() => {
          hasFocus.current = true
        }}
        onBlur={() => {
          hasFocus.current = false
        }}
      >
        {form.parts.map(({ id, part }, index) => {
          const isChosen = index === at
          const isWrong = faults.some((fault) => fault.at === index)
          return (
            <li key={id} className={styles.part} data-chosen={isChosen || undefined} data-kind={part.kind}>
              <button
                type="button"
                className={styles.partName}
                aria-current={isChosen}
                tabIndex={isChosen ? 0 : -1}
                onClick={() => editor.choose(index)}
                onKeyDown={handleKeyDown}
              >
                <span className={styles.partWords}>{partName(part)}</span>
                <span className={styles.partKind}>
                  {isFormField(part) ? `${texts.kind[part.kind]} · ${part.key}` : texts.kind[part.kind]}
                </span>
                {isWrong && <CircleAlert size={14} aria-label={texts.faults(1)} className={styles.wrong} />}
              </button>
              {isChosen && <PartTools editor={editor} index={index} />}
            </li>
          )
        })}
      </ol>
      <p className={styles.soft}>{form.parts.length === 0 ? texts.noParts : texts.partsHelp}</p>
    </section>
  )
}

function PartTools({ editor, index }: Props & { readonly index: number }) {
  const { parts } = editor.form
  return (
    <span className={styles.partTools}>
      <ActionIcon aria-label={texts.up} disabled={index === 0} onClick={() => editor.move(-1)}>
        <ArrowUp size={14} aria-hidden />
      </ActionIcon>
      <ActionIcon
        aria-label={texts.down}
        disabled={index === parts.length - 1}
        onClick={() => editor.move(1)}
      >
        <ArrowDown size={14} aria-hidden />
      </ActionIcon>
      <ActionIcon
        aria-label={texts.takeOut(partName(parts[index]?.part))}
        onClick={() => editor.takeOut(index)}
      >
        <X size={14} aria-hidden />
      </ActionIcon>
    </span>
  )
}

function AddMenu({ onAdd }: { readonly onAdd: FormEditor['add'] }) {
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button size="compact-xs" variant="default" leftSection={<Plus size={14} aria-hidden />}>
          {texts.addPart}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {[...FORM_FIELD_KINDS, ...FORM_NOTE_KINDS].map((kind) => (
          <Menu.Item key={kind} onClick={() => onAdd(kind)}>
            {texts.kind[kind]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
