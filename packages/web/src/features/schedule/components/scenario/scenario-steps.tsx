import { TriangleAlert, X } from 'lucide-react'
import { useState } from 'react'
import { ActionIcon, Button, Popover } from '../../../../ui/index.ts'
import type { StepState } from '../../hooks/use-carry-out.ts'
import { textsScenario } from '../../texts-scenario.ts'
import styles from './scenario.module.css'

type Props = {
  readonly name: string
  readonly states: readonly StepState[]
  readonly onRemove: (stepId: string) => void
}

/** How many changes a scenario is made of; opened, each of them, with what stands against it, to be left out. */
export function ScenarioSteps({ name, states, onRemove }: Props) {
  const [isOpen, setOpen] = useState(false)
  if (states.length === 0) return null
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus>
      <Popover.Target>
        <Button size="xs" variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {textsScenario.changes(states.length)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ol className={styles.list} aria-label={textsScenario.changesOf(name)}>
          {states.map(({ step: { id, label }, ...state }) => (
            <li key={id} className={styles.step}>
              <span>
                {label}
                <Against {...state} />
              </span>
              <ActionIcon
                variant="subtle"
                aria-label={textsScenario.removeStep(label)}
                onClick={() => onRemove(id)}
              >
                <X size={14} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ol>
      </Popover.Dropdown>
    </Popover>
  )
}

/** Why a step cannot be carried out, or what that would write over. */
function Against({ hindrance, refusal, isChanged }: Omit<StepState, 'step'>) {
  const words =
    hindrance === null
      ? isChanged
        ? textsScenario.overwrites
        : null
      : hindrance === 'refused'
        ? refusal
        : textsScenario.hindrance[hindrance]
  if (words === null) return null
  return (
    <small className={styles.against}>
      <TriangleAlert size={12} aria-hidden /> {words}
    </small>
  )
}
