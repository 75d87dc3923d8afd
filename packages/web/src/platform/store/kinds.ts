import type {
  AssignmentView,
  CalendarView,
  ContainerView,
  FavouriteView,
  FieldView,
  LabelView,
  OrganisationView,
  PersonView,
  PlanItemView,
  PlanSettingsView,
  RelationView,
  ResourceView,
  SavedViewView,
  TeamView,
  TypeView,
} from '@millrace/contract'
import type { Checklist, ChecklistLine, WorkItem } from '@millrace/core/work'

/** An item as everybody sees it; what core decides upon and what the server sends are the same shape. */
export type Item = WorkItem
export type Relation = Readonly<RelationView>
export type PlanItem = Readonly<PlanItemView>
export type Assignment = Readonly<AssignmentView>
export type Resource = Readonly<ResourceView>
export type Calendar = Readonly<CalendarView>
/** How a project is planned, by its id. */
export type Plan = Readonly<PlanSettingsView> & { readonly id: string }
export type Container = Readonly<ContainerView>
export type Person = Readonly<PersonView>
export type Team = Readonly<TeamView>
export type ItemTypeView = Readonly<TypeView>
export type Field = Readonly<FieldView>
export type Label = Readonly<LabelView>
export type Favourite = Readonly<FavouriteView>
export type SavedView = Readonly<SavedViewView>
export type Organisation = Readonly<OrganisationView>

/** What the pool keeps, by kind. Other kinds on the stream are announced to listeners and not kept. */
export type EntityOf = {
  item: Item
  relation: Relation
  planItem: PlanItem
  assignment: Assignment
  resource: Resource
  calendar: Calendar
  plan: Plan
  checklist: Checklist
  checklistLine: ChecklistLine
  container: Container
  person: Person
  team: Team
  type: ItemTypeView
  field: Field
  label: Label
  view: SavedView
  favourite: Favourite
  organisation: Organisation
}
export type Kind = keyof EntityOf

/** Kinds small enough to be kept whole: everything the directory scope holds. */
export const DIRECTORY_KINDS = [
  'organisation',
  'person',
  'team',
  'type',
  'field',
  'label',
  'view',
  'favourite',
  'container',
] as const satisfies readonly Kind[]

export const KINDS = [
  ...DIRECTORY_KINDS,
  'item',
  'relation',
  'planItem',
  'assignment',
  'resource',
  'calendar',
  'plan',
  'checklist',
  'checklistLine',
] as const satisfies readonly Kind[]

/** Kinds that the stream does not bring: they are asked for anew, and until then follow what was done here. */
export const UNHEARD: readonly Kind[] = ['assignment', 'resource', 'calendar']

/** One entity as it is now; null: it is gone, or no longer ours to see. */
export type Write = {
  [K in Kind]: { readonly kind: K; readonly id: string; readonly view: EntityOf[K] | null }
}[Kind]

export type Tables = { readonly [K in Kind]: Map<string, EntityOf[K]> }
export type Overlay = { readonly [K in Kind]: Map<string, EntityOf[K] | null> }

/** Empty tables of every kind. */
export function emptyTables(): Tables {
  return {
    item: new Map(),
    relation: new Map(),
    planItem: new Map(),
    assignment: new Map(),
    resource: new Map(),
    calendar: new Map(),
    plan: new Map(),
    checklist: new Map(),
    checklistLine: new Map(),
    container: new Map(),
    person: new Map(),
    team: new Map(),
    type: new Map(),
    field: new Map(),
    label: new Map(),
    view: new Map(),
    favourite: new Map(),
    organisation: new Map(),
  }
}

/** Puts a write into a table of its own kind. */
export function writeOf<K extends Kind>(kind: K, id: string, view: EntityOf[K] | null): Write {
  // Kind and view belong together by the parameter's type, which a union cannot express.
  return { kind, id, view } as unknown as Write
}

/** What a layer says of some kinds. */
export function writesIn(layer: Overlay, kinds: readonly Kind[]): readonly Write[] {
  return kinds.flatMap((kind) => [...layer[kind]].map(([id, view]) => writeOf(kind, id, view)))
}

/** Whether the stream's kind is one that the pool keeps. */
export function isKind(kind: string): kind is Kind {
  return KINDS.some((known) => known === kind)
}

/** Two layers as one; what stands above counts. */
export function over(below: Overlay, above: Overlay): Overlay {
  const both: Overlay = emptyTables()
  for (const kind of KINDS) {
    const layer: Map<string, unknown> = both[kind]
    for (const [id, view] of below[kind]) layer.set(id, view)
    for (const [id, view] of above[kind]) layer.set(id, view)
  }
  return both
}
