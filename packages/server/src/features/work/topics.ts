import { type Access, mayInContainers, roleIn } from '../../platform/commands/index.ts'
import { type Shown, shownTo, type Topic } from '../../platform/realtime/index.ts'
import { presentField, presentLabel, presentType, presentView } from './present-catalogue.ts'
import { presentContainer } from './present-container.ts'
import { findLines, findLists } from './queries/find-checklists.ts'
import { findContainers } from './queries/find-containers.ts'
import { findFavourites, presentFavourite, seesFavourite } from './queries/find-favourites.ts'
import { findItems } from './queries/find-items.ts'
import { findRelations } from './queries/find-relations.ts'
import { readFields, readLabels, readTypes, readViews } from './queries/read-catalogue.ts'

const everybody = () => true

/** To whoever may read in one of the containers. */
const shownIn = (view: unknown, containerIds: readonly string[]): Shown =>
  shownTo(view, ({ access }) => mayInContainers(access, 'container.read', containerIds))

/** To everybody as their rights have it. */
const shownAs = (present: (access: Access) => object | null): Shown => ({
  viewFor: ({ access }) => {
    const view = present(access)
    return view && JSON.stringify(view)
  },
})

/** What this feature shows on the change stream. */
export const workTopics: readonly Topic[] = [
  {
    kind: 'item',
    evictOn: ['work.placed', 'work.seen_by_changed'],
    load: async (tx, organisationId, ids) => {
      const items = await findItems(tx, organisationId, ids)
      return new Map(items.map((item) => [item.id, shownIn(item, item.containerIds)]))
    },
  },
  {
    kind: 'relation',
    load: async (tx, organisationId, ids) => {
      const relations = await findRelations(tx, organisationId, ids)
      const ends = await findItems(
        tx,
        organisationId,
        relations.flatMap((relation) => [relation.fromId, relation.toId]),
      )
      const placesOf = new Map(ends.map((item) => [item.id, item.containerIds]))
      return new Map(
        relations.map((relation) => [
          relation.id,
          shownTo(relation, ({ access }) =>
            [relation.fromId, relation.toId].every((id) =>
              mayInContainers(access, 'container.read', placesOf.get(id) ?? []),
            ),
          ),
        ]),
      )
    },
  },
  {
    kind: 'checklist',
    load: async (tx, organisationId, ids) => {
      const found = await findLists(tx, organisationId, ids)
      return new Map(found.map(({ list, containerIds }) => [list.id, shownIn(list, containerIds)]))
    },
  },
  {
    kind: 'checklistLine',
    load: async (tx, organisationId, ids) => {
      const found = await findLines(tx, organisationId, ids)
      return new Map(found.map(({ line, containerIds }) => [line.id, shownIn(line, containerIds)]))
    },
  },
  {
    kind: 'container',
    load: async (tx, organisationId, ids) => {
      const rows = await findContainers(tx, organisationId, ids)
      return new Map(
        rows.map((row): [string, Shown] => [row.id, shownAs((access) => presentContainer(row, access))]),
      )
    },
  },
  {
    kind: 'type',
    load: async (tx, organisationId, ids) =>
      new Map(
        (await readTypes(tx, organisationId, ids)).map((row) => [
          row.id,
          shownTo(presentType(row), everybody),
        ]),
      ),
  },
  {
    kind: 'field',
    load: async (tx, organisationId, ids) =>
      new Map(
        (await readFields(tx, organisationId, ids)).map((row) => [
          row.id,
          shownAs((access) => presentField(row, access)),
        ]),
      ),
  },
  {
    kind: 'label',
    load: async (tx, organisationId, ids) =>
      new Map(
        (await readLabels(tx, organisationId, ids)).map((row) => [
          row.id,
          shownTo(presentLabel(row), everybody),
        ]),
      ),
  },
  {
    kind: 'favourite',
    load: async (tx, organisationId, ids) =>
      new Map(
        (await findFavourites(tx, organisationId, { ids })).map((row) => [
          row.id,
          shownTo(presentFavourite(row), (principal) => seesFavourite(principal, row)),
        ]),
      ),
  },
  {
    kind: 'view',
    load: async (tx, organisationId, ids) =>
      new Map(
        (await readViews(tx, organisationId, ids)).map((row) => [
          row.id,
          shownTo(presentView(row), (principal) => {
            const isVisible = row.container_id === null || roleIn(principal.access, row.container_id) !== null
            return isVisible && (row.is_shared || row.owner_id === principal.personId)
          }),
        ]),
      ),
  },
]
