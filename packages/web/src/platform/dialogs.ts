import type { AreaOfInterest } from '@millrace/core/work'
import type { Call } from './store/calls.ts'
import { Toggle } from './toggle.ts'

/** What a new item starts with. Everything may be left open. */
export type NewItemDefaults = {
  readonly containerId?: string
  readonly parentId?: string
  readonly stateId?: string
  readonly title?: string
  readonly dueOn?: string
  readonly area?: AreaOfInterest
}

/** The dialog that creates an item. Open it from anywhere: `createDialog.openFor({ containerId })`. */
export const createDialog = new Toggle<NewItemDefaults>({})

/** What a state needs and items lack, with the calls that were refused for it. */
export type Missing = {
  readonly calls: readonly Call[]
  /** Names as the rules of types write them: `dueOn`, `field:cost`. */
  readonly fields: readonly string[]
  /** The name of the state. */
  readonly state: string
}

/** The dialog that asks for it. */
export const missingDialog = new Toggle<Missing>({ calls: [], fields: [], state: '' })

/** What is begun from a template. Everything may be left open. */
export type TemplateDefaults = {
  readonly templateId?: string
  readonly kind?: 'item' | 'project' | 'process' | 'case' | 'list'
  readonly containerId?: string
  readonly parentId?: string
}

/** The dialog that begins work from a template. */
export const templateDialog = new Toggle<TemplateDefaults>({})

/** The dialog that opens a project, process, case or list: `newContainerDialog.openFor('case')`. */
export const newContainerDialog = new Toggle<'project' | 'process' | 'case' | 'list'>('project')
