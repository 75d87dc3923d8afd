import {
  BookOpen,
  Box,
  CircleUser,
  Folder,
  FolderInput,
  Inbox,
  Layers,
  List,
  type LucideIcon,
  Settings,
  Users,
  Workflow,
} from 'lucide-react'
import { paths } from '../../platform/navigation.ts'
import { texts } from '../texts.ts'

/** Somewhere the navigation leads. */
export type Place = {
  readonly id: string
  readonly label: string
  readonly glyph: LucideIcon
  readonly path: (slug: string) => string
  /** Key after `G`. */
  readonly key: string
}

export const INBOX: Place = {
  id: 'inbox',
  label: texts.places.inbox,
  glyph: Inbox,
  path: paths.inbox,
  key: 'i',
}

export const MY_WORK: Place = {
  id: 'my',
  label: texts.places.my,
  glyph: CircleUser,
  path: paths.my,
  key: 'm',
}

export const WORK_PLACES: readonly Place[] = [
  { id: 'projects', label: texts.places.projects, glyph: Box, path: paths.projects, key: 'p' },
  { id: 'processes', label: texts.places.processes, glyph: Workflow, path: paths.processes, key: 'r' },
  { id: 'cases', label: texts.places.cases, glyph: Folder, path: paths.cases, key: 'k' },
  { id: 'lists', label: texts.places.lists, glyph: List, path: paths.lists, key: 'l' },
  { id: 'items', label: texts.places.items, glyph: Layers, path: paths.items, key: 'a' },
]

export const ORGANISATION_PLACES: readonly Place[] = [
  { id: 'practices', label: texts.places.practices, glyph: BookOpen, path: paths.practices, key: 't' },
  { id: 'people', label: texts.places.people, glyph: Users, path: paths.people, key: 'e' },
  { id: 'imports', label: texts.places.imports, glyph: FolderInput, path: paths.imports, key: 'x' },
  {
    id: 'settings',
    label: texts.places.settings,
    glyph: Settings,
    path: (slug) => paths.settings(slug),
    key: 's',
  },
]

export const PLACES: readonly Place[] = [INBOX, MY_WORK, ...WORK_PLACES, ...ORGANISATION_PLACES]
