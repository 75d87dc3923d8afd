import {
  type BoundQuery,
  bindQuery,
  createCatalogue,
  parseQuery,
  type QueryCatalogue,
  type QueryViewer,
} from '@millrace/core/work'
import { accepted, type QueryContext, visibleContainerIds } from '../../platform/commands/index.ts'
import { dayOf, dayStart } from '../../platform/time-zone.ts'
import { getCatalogue } from './catalogue-cache.ts'
import { listVisibleContainers } from './queries/find-containers.ts'
import { readLabels } from './queries/read-catalogue.ts'
import { readPeopleNames, readSettings, readTeamNames, type Settings } from './queries/read-names.ts'

/** Enough for everybody who is at work at once on a small server. */
const KEPT_MAX = 300
const kept = new Map<string, QueryCatalogue>()
const currencyDigits = new Map<string, number>()

/** A query with its names looked up among what the person may see; refused where it makes no sense. */
export async function bind(context: QueryContext, text: string): Promise<BoundQuery> {
  const query = accepted(parseQuery(text))
  const settings = await readSettings(context.tx, context.organisationId)
  return accepted(bindQuery(query, await getNames(context, settings), viewerOf(context, settings)))
}

function viewerOf(context: QueryContext, settings: Settings): QueryViewer {
  return {
    me: context.principal.personId,
    today: dayOf(context.now, settings.time_zone),
    weekStart: settings.week_start,
    currencyDigits: digitsOf(settings.currency),
    dayStart: (date) => dayStart(date, settings.time_zone),
  }
}

/** How many digits of an amount are cents. Asking for it takes longer than the rest of a query's binding. */
function digitsOf(currency: string): number {
  const known = currencyDigits.get(currency)
  if (known !== undefined) return known
  const options = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
  const digits = options.maximumFractionDigits ?? 2
  currencyDigits.set(currency, digits)
  return digits
}

async function getNames(context: QueryContext, settings: Settings): Promise<QueryCatalogue> {
  const { principal, organisationId } = context
  const who = principal.access.containers === 'all' ? 'all' : principal.personId
  const key = `${organisationId} ${who} ${settings.access_version} ${settings.catalogue_version}`
  const copy = kept.get(key)
  if (copy) return copy
  const names = await loadNames(context)
  if (kept.size >= KEPT_MAX) kept.delete(kept.keys().next().value ?? '')
  kept.set(key, names)
  return names
}

async function loadNames({ tx, organisationId, principal }: QueryContext): Promise<QueryCatalogue> {
  const catalogue = await getCatalogue(tx, organisationId)
  return createCatalogue({
    people: await readPeopleNames(tx, organisationId),
    teams: await readTeamNames(tx, organisationId),
    labels: await readLabels(tx, organisationId, null),
    types: [...catalogue.types.values()],
    containers: await listVisibleContainers(tx, organisationId, visibleContainerIds(principal.access)),
    customFields: [...catalogue.fieldsById.values()],
  })
}
