import type {
  ContainerView,
  FieldView,
  LabelView,
  OrganisationView,
  PersonView,
  TeamView,
  TypeView,
} from '@millrace/contract'
import type { PlainDate } from '@millrace/core/kernel'

/** Everything an item refers to, by id, and who is looking when. */
export type Lookup = {
  readonly personId: string
  readonly today: PlainDate
  readonly now: number
  readonly organisation: OrganisationView
  readonly people: ReadonlyMap<string, PersonView>
  readonly teams: ReadonlyMap<string, TeamView>
  readonly types: ReadonlyMap<string, TypeView>
  readonly fields: ReadonlyMap<string, FieldView>
  readonly labels: ReadonlyMap<string, LabelView>
  readonly containers: ReadonlyMap<string, ContainerView>
}
