import { ContainersPage } from '../../features/work/pages/containers-page.tsx'

export function ProjectsRoute() {
  return <ContainersPage kind="project" />
}

export function ProcessesRoute() {
  return <ContainersPage kind="process" />
}

export function CasesRoute() {
  return <ContainersPage kind="case" />
}

export function ListsRoute() {
  return <ContainersPage kind="list" />
}
