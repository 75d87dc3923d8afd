import {
  Box,
  CircleUser,
  Folder,
  FolderInput,
  Layers,
  List,
  type LucideIcon,
  Settings,
  Users,
  Workflow,
} from 'lucide-react'
import { paths } from '../../platform/navigation.ts'

/** Somewhere the navigation leads. */
export type Place = {
  readonly id: string
  readonly label: string
  readonly glyph: LucideIcon
  readonly path: (slug: string) => string
  /** Key after `G`. */
  readonly key: string
}

export const MY_WORK: Place = { id: 'my', label: 'My work', glyph: CircleUser, path: paths.my, key: 'm' }

export const WORK_PLACES: readonly Place[] = [
  { id: 'projects', label: 'Projects', glyph: Box, path: paths.projects, key: 'p' },
  { id: 'processes', label: 'Processes', glyph: Workflow, path: paths.processes, key: 'r' },
  { id: 'cases', label: 'Cases', glyph: Folder, path: paths.cases, key: 'k' },
  { id: 'lists', label: 'Lists', glyph: List, path: paths.lists, key: 'l' },
  { id: 'items', label: 'All items', glyph: Layers, path: paths.items, key: 'a' },
]

export const ORGANISATION_PLACES: readonly Place[] = [
  { id: 'people', label: 'People', glyph: Users, path: paths.people, key: 'e' },
  { id: 'imports', label: 'Imports', glyph: FolderInput, path: paths.imports, key: 'i' },
  { id: 'settings', label: 'Settings', glyph: Settings, path: (slug) => paths.settings(slug), key: 's' },
]

export const PLACES: readonly Place[] = [MY_WORK, ...WORK_PLACES, ...ORGANISATION_PLACES]
