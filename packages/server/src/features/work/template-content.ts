import type { Phase, Ranges } from '@millrace/core/schedule'
import type { AreaOfInterest, TemplateWork } from '@millrace/core/work'

/** A phase as templates keep it; those kept long ago know of no gates, and of fewer ranges. */
export type KeptPhase = Omit<Phase, Lately> & Partial<Pick<Phase, Lately>>
type Lately = 'gate' | 'durationLowMin' | 'durationHighMin' | 'peopleLow' | 'peopleHigh'

/** The ranges of an item. */
export type KeptPackage = Ranges & { readonly itemId: string }

/** What a template of a container keeps besides its work. */
export type TemplatePlace = {
  readonly description: string
  readonly defaultTypeId: string
  readonly defaultArea: AreaOfInterest
  readonly subject: string | null
  readonly wishedEndState: string | null
  readonly hasRollingWave: boolean
  readonly phases: readonly KeptPhase[]
  /** Which item is in which phase. */
  readonly phaseOf: readonly { readonly itemId: string; readonly phaseId: string }[]
  /** What is said of items as ranges, besides their effort; those kept long ago say nothing. */
  readonly packages?: readonly KeptPackage[]
  readonly views: readonly {
    readonly name: string
    readonly isDefault: boolean
    readonly settings: Readonly<Record<string, unknown>>
  }[]
}

/** What a template holds. */
export type TemplateContent = { readonly work: TemplateWork; readonly place: TemplatePlace | null }

/** A template as its row. */
export type TemplateRow = {
  readonly id: string
  readonly kind: 'item' | 'project' | 'process' | 'case' | 'list'
  readonly name: string
  readonly description: string
  readonly place_id: string | null
  readonly created_by: string | null
  readonly content: TemplateContent
  readonly created_at: number
  readonly version: number
}

/** What the plan of a new container is begun with: its phases, which item is in which, and ranges of items. */
export type PlanOfTemplate = Pick<TemplatePlace, 'hasRollingWave' | 'phaseOf'> & {
  readonly phases: readonly Phase[]
  readonly packages: readonly KeptPackage[]
}
