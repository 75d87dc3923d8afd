import { ProcessList } from '../../features/process/components/process-list.tsx'
import { ContainersPage } from '../../features/work/pages/containers-page.tsx'

export function ProjectsRoute() {
  return <ContainersPage kind="project" />
}

export function ProcessesRoute() {
  return (
    <ContainersPage
      kind="process"
      table={({ containers, counts }) => (
        <ProcessList processes={containers} lateOf={(id) => counts.get(id)?.overdue} />
      )}
    />
  )
}

export function CasesRoute() {
  return <ContainersPage kind="case" />
}

export function ListsRoute() {
  return <ContainersPage kind="list" />
}
