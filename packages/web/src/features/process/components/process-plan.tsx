import type { ReactNode } from 'react'
import { lazyPart } from '../../../platform/lazy-part.ts'
import { PROCESS_TABS } from '../model/process-tabs.ts'
import { InstancesTab } from './instances-tab.tsx'
import { ProcessTabs } from './process-tabs.tsx'

const AccessTab = lazyPart(async () => (await import('./access/access-tab.tsx')).AccessTab)
const FormsTab = lazyPart(async () => (await import('./forms/forms-tab.tsx')).FormsTab)
const ModelTab = lazyPart(async () => (await import('./model-views.ts')).ModelTab)
const StepsTab = lazyPart(async () => (await import('./model-views.ts')).StepsTab)
const RulesTab = lazyPart(async () => (await import('./rules/process-rules.tsx')).ProcessRules)
const LevelsTab = lazyPart(async () => (await import('./levels/levels-tab.tsx')).LevelsTab)
const VariantsTab = lazyPart(async () => (await import('./variants/variants-tab.tsx')).VariantsTab)
const VersionsTab = lazyPart(async () => (await import('./versions/versions-tab.tsx')).VersionsTab)

type Props = {
  readonly containerId: string
  /** Where access is given and taken. */
  readonly access: ReactNode
}

/** The page of a process: its model and everything about it, a tab each. */
export function ProcessPlan({ containerId, access }: Props) {
  return (
    <ProcessTabs
      order={PROCESS_TABS}
      parts={{
        model: () => <ModelTab key={containerId} containerId={containerId} />,
        steps: () => <StepsTab key={containerId} containerId={containerId} />,
        instances: () => <InstancesTab key={containerId} containerId={containerId} />,
        variants: () => <VariantsTab key={containerId} containerId={containerId} />,
        rules: () => <RulesTab key={containerId} containerId={containerId} />,
        forms: () => <FormsTab key={containerId} containerId={containerId} />,
        levels: () => <LevelsTab key={containerId} containerId={containerId} />,
        versions: () => <VersionsTab key={containerId} containerId={containerId} />,
        access: () => <AccessTab key={containerId} containerId={containerId} grants={access} />,
      }}
    />
  )
}
