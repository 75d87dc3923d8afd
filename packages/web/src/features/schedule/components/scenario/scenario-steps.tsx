import { X } from 'lucide-react'
import { useState } from 'react'
import { ActionIcon, Button, Popover } from '../../../../ui/index.ts'
import type { Scenario } from '../../model/scenario/scenario.ts'
import { textsScenario } from '../../texts-scenario.ts'
import styles from './scenario.module.css'

type Props = { readonly scenario: Scenario; readonly onRemove: (stepId: string) => void }

/** How many changes a scenario is made of; opened, each of them, to be left out. */
export function ScenarioSteps({ scenario: { name, steps }, onRemove }: Props) {
  const [isOpen, setOpen] = useState(false)
  if (steps.length === 0) return null
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus>
      <Popover.Target>
        <Button size="xs" variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {textsScenario.changes(steps.length)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ol className={styles.list} aria-label={textsScenario.changesOf(name)}>
          {steps.map(({ id, label }) => (
            <li key={id} className={styles.step}>
              <span>{label}</span>
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
