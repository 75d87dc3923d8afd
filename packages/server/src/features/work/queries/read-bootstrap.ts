import type { BootstrapView, ItemColumns } from '@millrace/contract'
import {
  mayInContainers,
  type QueryContext,
  refuse,
  roleIn,
  visibleContainerIds,
} from '../../../platform/commands/index.ts'
import { presentField, presentLabel, presentType, presentView } from '../present-catalogue.ts'
import { presentContainer } from '../present-container.ts'
import { findLinesOfPerson } from './find-checklists.ts'
import { listVisibleContainers } from './find-containers.ts'
import { findFavourites, presentFavourite, seesFavourite } from './find-favourites.ts'
import { findItemColumnsOfContainer, findItemColumnsOfPerson } from './find-item-columns.ts'
import { findRelationsWithin } from './find-relations.ts'
import { readFields, readLabels, readTypes, readViews } from './read-catalogue.ts'

/** A browser holds a container this large; beyond it, views ask the server page by page. */
const CONTAINER_ITEMS_MAX = 20_000
const PERSON_ITEMS_MAX = 5_000

type Part = Omit<BootstrapView, 'seq' | 'items'> & { readonly items?: ItemColumns }

/** What work adds to the snapshot of a scope: `directory`, `my` or `container:ID`. */
export async function readBootstrapOf(context: QueryContext, scope: string): Promise<Part> {
  if (scope === 'directory') return await readDirectory(context)
  if (scope === 'my') return await readMine(context)
  return await readContainer(context, scope.slice('container:'.length))
}

async function readDirectory(context: QueryContext): Promise<Part> {
  const { tx, organisationId, principal } = context
  const { access, personId } = principal
  const types = await readTypes(tx, organisationId, null)
  const fields = await readFields(tx, organisationId, null)
  const labels = await readLabels(tx, organisationId, null)
  const views = await readViews(tx, organisationId, null)
  const favourites = await findFavourites(tx, organisationId, { personId })
  const containers = await listVisibleContainers(tx, organisationId, visibleContainerIds(access))
  return {
    types: types.map(presentType),
    fields: fields.flatMap((row) => presentField(row, access) ?? []),
    labels: labels.map(presentLabel),
    views: views
      .filter((view) => view.is_shared || view.owner_id === personId)
      .filter((view) => view.container_id === null || roleIn(access, view.container_id) !== null)
      .map(presentView),
    favourites: favourites.filter((row) => seesFavourite(principal, row)).map(presentFavourite),
    containers: containers.flatMap((row) => presentContainer(row, access) ?? []),
  }
}

async function readMine(context: QueryContext): Promise<Part> {
  const { tx, organisationId, principal } = context
  const where = {
    personId: principal.personId,
    visible: visibleContainerIds(principal.access),
    hiddenFields: principal.access.fields.hidden,
    limit: PERSON_ITEMS_MAX,
  }
  const [items, checklistLines] = await Promise.all([
    findItemColumnsOfPerson(tx, organisationId, where),
    findLinesOfPerson(tx, organisationId, where),
  ])
  return { items, checklistLines }
}

async function readContainer(context: QueryContext, containerId: string): Promise<Part> {
  const { tx, organisationId, principal } = context
  if (!mayInContainers(principal.access, 'container.read', [containerId]))
    refuse('platform.not_found', { what: 'container' })
  const hiddenFields = principal.access.fields.hidden
  const where = { containerId, hiddenFields, limit: CONTAINER_ITEMS_MAX }
  const [items, relations] = await Promise.all([
    findItemColumnsOfContainer(tx, organisationId, where),
    findRelationsWithin(tx, organisationId, where),
  ])
  return { items, relations }
}
