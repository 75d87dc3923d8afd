import { Plus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { newId } from '../../../platform/new-id.ts'
import { useCommands, useDirectory } from '../../../platform/store/index.ts'
import { Button, DayField, Popover, TextInput } from '../../../ui/index.ts'
import { texts } from '../texts.ts'
import styles from './process.module.css'

type Props = { readonly containerId: string }

const DAY_MS = 86_400_000

/** Starts an instance: what it is about is enough. */
export function StartInstance({ containerId }: Props) {
  const { organisation } = useDirectory()
  const { run } = useCommands()
  const [isOpen, setOpen] = useState(false)
  const [title, setTitle] = useState('')
  const [dueOn, setDueOn] = useState<string | null>(null)
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() === '') return
    // Due on a day means by the end of it.
    const dueAt = dueOn === null ? null : Date.parse(`${dueOn}T00:00:00`) + DAY_MS
    void run(
      'process.startInstance',
      { id: newId(), containerId, title: title.trim(), dueAt },
      { undoLabel: texts.started(title.trim()) },
    )
    setOpen(false)
    setTitle('')
    setDueOn(null)
  }
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus>
      <Popover.Target>
        <Button
          size="xs"
          leftSection={<Plus size={14} aria-hidden />}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {texts.start}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form className={styles.form} onSubmit={handleSubmit}>
          <TextInput
            label={texts.startTitle}
            placeholder={texts.startHint}
            value={title}
            maxLength={300}
            data-autofocus
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <DayField
            label={texts.startDue}
            value={dueOn}
            weekStart={organisation.weekStart}
            onChange={setDueOn}
          />
          <div className={styles.formEnd}>
            <Button type="submit" size="xs" disabled={title.trim() === ''}>
              {texts.startSubmit}
            </Button>
          </div>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
