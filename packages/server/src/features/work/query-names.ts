import {
  type BoundQuery,
  bindQuery,
  createCatalogue,
  createFieldFormulas,
  parseQuery,
  type QueryCatalogue,
  type QueryViewer,
  type SortSource,
} from '@millrace/core/work'
import {
  accepted,
  type OrganisationFacts,
  type QueryContext,
  visibleContainerIds,
} from '../../platform/commands/index.ts'
import { dayOf, dayStart } from '../../platform/time-zone.ts'
import { getCatalogue } from './catalogue-cache.ts'
import { currencyDigits } from './currency-digits.ts'
import { type FillComputed, fillComputed } from './fill-computed.ts'
import { listVisibleContainers } from './queries/find-containers.ts'
import { readLabels } from './queries/read-catalogue.ts'
import { readPeopleNames, readSettings, readTeamNames } from './queries/read-names.ts'

/** Enough for everybody who is at work at once on a small server. */
const KEPT_MAX = 300
const kept = new Map<string, QueryCatalogue>()

/** A query, and what its items show besides what is kept of them. */
export type BoundSearch = { readonly query: BoundQuery; readonly fill: FillComputed }

/** A query with its names looked up among what the person may see; refused where it makes no sense. */
export async function bind(context: QueryContext, text: string): Promise<BoundSearch> {
  const parsed = accepted(parseQuery(text))
  const settings = await settingsOf(context)
  const [catalogue, viewer] = [await getNames(context, settings), viewerOf(context, settings)]
  const query = accepted(bindQuery(parsed, catalogue, viewer))
  const hiddenFields = context.principal.access.fields.hidden
  return { query, fill: fillComputed({ catalogue, viewer, hiddenFields }) }
}

/** A query, and fields that what it finds is counted or added up by, in the order of their names. */
export type BoundCount = {
  readonly query: BoundQuery
  readonly fields: readonly SortSource[]
  readonly timeZone: string
}

/**
 * A query with fields by name, looked up as those that items can be sorted by: a field that the person may
 * not see is as unknown here as it is there.
 */
export async function bindCount(
  context: QueryContext,
  text: string,
  names: readonly string[],
): Promise<BoundCount> {
  const parsed = accepted(parseQuery(text))
  const terms = names.map((name) => accepted(parseQuery(`order by ${name}`)))
  const settings = await settingsOf(context)
  const [catalogue, viewer] = [await getNames(context, settings), viewerOf(context, settings)]
  const query = accepted(bindQuery(parsed, catalogue, viewer))
  const fields = terms.flatMap((term) => accepted(bindQuery(term, catalogue, viewer)).order)
  return { query, fields: fields.map(({ source }) => source), timeZone: settings.timeZone }
}

/** What the items of an organisation show besides what is kept of them. */
export async function readFill(context: QueryContext): Promise<FillComputed> {
  const settings = await settingsOf(context)
  return fillComputed({
    catalogue: await getNames(context, settings),
    viewer: viewerOf(context, settings),
    hiddenFields: context.principal.access.fields.hidden,
  })
}

async function settingsOf({ organisation, tx, organisationId }: QueryContext): Promise<OrganisationFacts> {
  return organisation ?? (await readSettings(tx, organisationId))
}

function viewerOf(context: QueryContext, settings: OrganisationFacts): QueryViewer {
  return {
    me: context.principal.personId,
    today: dayOf(context.now, settings.timeZone),
    weekStart: settings.weekStart,
    currencyDigits: currencyDigits(settings.currency),
    dayStart: (date) => dayStart(date, settings.timeZone),
    dayOf: (at) => dayOf(at, settings.timeZone),
    timeZone: settings.timeZone,
  }
}

async function getNames(context: QueryContext, settings: OrganisationFacts): Promise<QueryCatalogue> {
  const { principal, organisationId } = context
  const who = principal.access.containers === 'all' ? 'all' : principal.personId
  const key = `${organisationId} ${who} ${settings.accessVersion} ${settings.catalogueVersion}`
  const copy = kept.get(key)
  if (copy) return copy
  const names = await loadNames(context, settings.catalogueVersion)
  if (kept.size >= KEPT_MAX) kept.delete(kept.keys().next().value ?? '')
  kept.set(key, names)
  return names
}

async function loadNames(
  { tx, organisationId, principal }: QueryContext,
  seen: number,
): Promise<QueryCatalogue> {
  const catalogue = await getCatalogue(tx, organisationId, seen)
  // A name that somebody must not see is no name to them: neither a filter nor a formula finds it.
  const { hidden } = principal.access.fields
  const fields = [...catalogue.fieldsById.values()].filter(({ id }) => !hidden.has(id))
  return createCatalogue({
    people: await readPeopleNames(tx, organisationId),
    teams: await readTeamNames(tx, organisationId),
    labels: await readLabels(tx, organisationId, null),
    types: [...catalogue.types.values()],
    containers: await listVisibleContainers(tx, organisationId, visibleContainerIds(principal.access)),
    customFields: fields,
    formulas: createFieldFormulas(fields),
  })
}
