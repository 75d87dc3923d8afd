import type { CustomField, ItemType } from '@millrace/core/work'
import { type QueryContext, visibleContainerIds } from '../../../platform/commands/index.ts'
import { getCatalogue } from '../catalogue-cache.ts'
import { fieldOf } from '../present-catalogue.ts'
import { listVisibleContainers } from './find-containers.ts'
import { readFields, readLabels } from './read-catalogue.ts'
import { readPeopleNames, readSettings, readTeamNames } from './read-names.ts'

type Named = { readonly id: string; readonly name: string }

/** What the ids in items mean to somebody, who sees only some of the containers. */
export type ItemNames = {
  readonly people: ReadonlyMap<string, Named>
  readonly teams: ReadonlyMap<string, Named>
  readonly labels: ReadonlyMap<string, Named>
  readonly types: ReadonlyMap<string, ItemType>
  readonly containers: ReadonlyMap<string, Named & { readonly key: string }>
  /** In the order of the organisation, without those that are archived or must not be seen. */
  readonly fields: readonly CustomField[]
  readonly timeZone: string
  readonly currency: string
}

/** Reads the names of everything that items refer to. */
export async function readItemNames({ tx, organisationId, principal }: QueryContext): Promise<ItemNames> {
  const settings = await readSettings(tx, organisationId)
  const { types } = await getCatalogue(tx, organisationId)
  const containers = await listVisibleContainers(tx, organisationId, visibleContainerIds(principal.access))
  const fields = await readFields(tx, organisationId, null)
  return {
    people: byId(await readPeopleNames(tx, organisationId)),
    teams: byId(await readTeamNames(tx, organisationId)),
    labels: byId(await readLabels(tx, organisationId, null)),
    types,
    containers: byId(containers),
    fields: fields
      .filter(({ id, archived_at: at }) => at === null && !principal.access.fields.hidden.has(id))
      .map(fieldOf),
    timeZone: settings.timeZone,
    currency: settings.currency,
  }
}

function byId<Value extends { readonly id: string }>(values: readonly Value[]): ReadonlyMap<string, Value> {
  return new Map(values.map((value) => [value.id, value]))
}
