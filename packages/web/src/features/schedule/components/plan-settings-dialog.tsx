import type { PlanView } from '@millrace/contract'
import { useState } from 'react'
import { Modal, Tabs } from '../../../ui/index.ts'
import { usePlanDoor } from '../hooks/use-plan-door.ts'
import type { PoolChange } from '../model/pool-change.ts'
import { textsScenario } from '../texts-scenario.ts'
import { textsWork as words } from '../texts-work.ts'
import { ScenarioNote } from './scenario/scenario-note.tsx'
import { CalculationSettings } from './settings/calculation-settings.tsx'
import { CalendarSettings } from './settings/calendar-settings.tsx'
import { MissingSkills } from './settings/missing-skills.tsx'
import { ResourceSettings } from './settings/resource-settings.tsx'

type Props = {
  readonly plan: PlanView
  readonly containerId: string
  readonly isManager: boolean
  readonly onClose: () => void
}

/** How a plan is calculated, when is worked, and with whom and what. */
export function PlanSettingsDialog({ plan, containerId, isManager, onClose }: Props) {
  const [tab, setTab] = useState<string | null>('calculation')
  const { scenario, write } = usePlanDoor(containerId)
  // In a what-if everybody may try: whether they may carry it out is another question.
  const mayChange = isManager || scenario !== null
  const pool = {
    ...{ resources: plan.resources, calendars: plan.calendars, containerId, isManager: mayChange },
    mayChangeShared: scenario !== null,
    onChange: ({ call, label }: PoolChange) => void write([call], { undoLabel: label }),
  }
  return (
    <Modal opened onClose={onClose} title={words.settingsTitle} size={820}>
      {scenario && <ScenarioNote words={textsScenario.inPanel(scenario.name)} />}
      <Tabs value={tab} onChange={setTab}>
        <Tabs.List>
          <Tabs.Tab value="calculation">{words.calculation}</Tabs.Tab>
          <Tabs.Tab value="calendars">{words.calendars}</Tabs.Tab>
          <Tabs.Tab value="resources">{words.resources}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="calculation">
          <CalculationSettings {...{ plan, containerId }} isManager={mayChange} />
        </Tabs.Panel>
        <Tabs.Panel value="calendars">
          <CalendarSettings {...pool} />
        </Tabs.Panel>
        <Tabs.Panel value="resources">
          <MissingSkills plan={plan} />
          <ResourceSettings {...pool} />
        </Tabs.Panel>
      </Tabs>
    </Modal>
  )
}
