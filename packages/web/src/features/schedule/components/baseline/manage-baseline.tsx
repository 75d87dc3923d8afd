import type { PlanView } from '@millrace/contract'
import { type FormEvent, useState } from 'react'
import { callOf } from '../../../../platform/store/index.ts'
import { Button, Popover, TextInput } from '../../../../ui/index.ts'
import { usePlanDoor } from '../../hooks/use-plan-door.ts'
import { texts } from '../../texts.ts'
import { textsBaselines as words } from '../../texts-baselines.ts'
import styles from './baseline.module.css'

type Props = { readonly plan: PlanView; readonly containerId: string }
type Patch = { readonly name: string } | { readonly isRemoved: boolean }

/** Another name for the chosen baseline, or none of it any more; both can be taken back. */
export function ManageBaseline({ plan, containerId }: Props) {
  const { write, closed } = usePlanDoor(containerId)
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const chosen = plan.baselines.find(({ id }) => id === plan.baseline?.id)
  if (!chosen) return null
  const { id } = chosen
  const called = texts.baseline(chosen.number, chosen.name)
  const change = (patch: Patch, before: Patch, undoLabel: string) => {
    const back = [callOf('schedule.changeBaseline', { id, patch: before })]
    void write([callOf('schedule.changeBaseline', { id, patch })], { undoLabel, back })
    setOpen(false)
  }
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    const next = name.trim()
    if (next === chosen.name) setOpen(false)
    else change({ name: next }, { name: chosen.name }, words.renamed(called))
  }
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus>
      <Popover.Target>
        <Button
          size="compact-xs"
          variant="default"
          aria-expanded={isOpen}
          disabled={closed !== null}
          title={closed ?? undefined}
          onClick={() => {
            setName(chosen.name)
            setOpen(!isOpen)
          }}
        >
          {words.manage}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form className={styles.form} onSubmit={handleSubmit}>
          <TextInput
            label={words.name(chosen.number)}
            value={name}
            maxLength={150}
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" size="xs">
            {words.rename}
          </Button>
          <Button
            size="xs"
            variant="subtle"
            color="red"
            onClick={() => change({ isRemoved: true }, { isRemoved: false }, words.removed(called))}
          >
            {words.remove}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
