import { PageHeader } from '../../../ui/index.ts'
import { IncidentDesk } from '../components/repair/incident-desk.tsx'
import { textsRepair as texts } from '../texts-repair.ts'

/** Where instances of all processes are stuck, and what can be done about it. */
export function IncidentsPage() {
  return (
    <>
      <PageHeader title={texts.incidents} />
      <IncidentDesk containerId={null} />
    </>
  )
}
