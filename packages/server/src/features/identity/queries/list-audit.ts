import { type AuditView, operations } from '@millrace/contract'
import { type AuditGroup, auditKinds, auditSubject } from '@millrace/core/people'
import { CSV_BOM, guardCell, writeCsvRow } from '@millrace/formats/csv'
import { download, type QueryContext, query, refuse } from '../../../platform/commands/index.ts'
import { dayOf, dayStart, localMoment } from '../../../platform/time-zone.ts'
import { type AuditRow, type AuditWhich, readAudit } from './read-audit.ts'
import { readOrganisation, readPeople, readTeams } from './read-directory.ts'

const LINES_MAX = 100_000
const PAGE = 1_000
const DAY_MS = 86_400_000

/** Who did what in the organisation. */
export const listAudit = query(operations['identity.listAudit'], async (context, input) => {
  const { which } = await prepare(context, input)
  const before = input.cursor === undefined ? null : readCursor(input.cursor)
  const rows = await readAudit(context.tx, { ...which, before, limit: input.limit })
  const last = rows.length === input.limit ? rows.at(-1) : undefined
  return { entries: rows.map(present), next: last ? String(last.seq) : null }
})

/** The same as a table. */
export const exportAudit = download(operations['identity.exportAudit'], async (context, input) => {
  const { which, timeZone, slug } = await prepare(context, input)
  const names = await readNames(context)
  async function* write() {
    yield CSV_BOM + writeCsvRow(['When', 'Who', 'What', 'Name', 'Concerned', 'Role'])
    let before: number | null = null
    for (let count = 0; count < LINES_MAX; count += PAGE) {
      const rows: readonly AuditRow[] = await readAudit(context.tx, { ...which, before, limit: PAGE })
      yield rows.map((row) => line(present(row), { names, timeZone })).join('')
      before = rows.at(-1)?.seq ?? null
      if (rows.length < PAGE) return
    }
  }
  return {
    name: `audit-${slug}-${dayOf(context.now, timeZone)}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    count: 0,
    content: write(),
  }
})

type Filter = {
  readonly personId?: string | undefined
  readonly group?: AuditGroup | undefined
  readonly fromOn?: string | undefined
  readonly untilOn?: string | undefined
}

async function prepare({ tx, organisationId }: QueryContext, filter: Filter) {
  const organisation = await readOrganisation(tx, organisationId)
  const timeZone = organisation?.time_zone ?? 'UTC'
  const which: Omit<AuditWhich, 'before' | 'limit'> = {
    organisationId,
    kinds: auditKinds(filter.group ?? null),
    personId: filter.personId ?? null,
    from: filter.fromOn === undefined ? null : dayStart(filter.fromOn, timeZone),
    until: filter.untilOn === undefined ? null : dayStart(dayAfter(filter.untilOn), timeZone),
  }
  return { which, timeZone, slug: organisation?.slug ?? '' }
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)
}

function readCursor(cursor: string): number {
  const seq = Number(cursor)
  return Number.isSafeInteger(seq) && seq > 0 ? seq : refuse('platform.cursor_wrong')
}

function present({ seq, at, kind, actor, data, title }: AuditRow): AuditView {
  const about = auditSubject(data)
  const actorId = actor.kind === 'person' ? actor.personId : null
  return { seq, at, kind, actorId, ...about, name: title ?? about.name }
}

type Names = ReadonlyMap<string, string>

async function readNames({ tx, organisationId }: QueryContext): Promise<Names> {
  const all = { organisationId, ids: null }
  const [people, teams] = await Promise.all([readPeople(tx, all), readTeams(tx, all)])
  return new Map([...people, ...teams].map(({ id, name }) => [id, name]))
}

function line(
  entry: AuditView,
  { names, timeZone }: { readonly names: Names; readonly timeZone: string },
): string {
  const nameOf = (id: string | null) => guardCell(id === null ? '' : (names.get(id) ?? id))
  return writeCsvRow([
    localMoment(entry.at, timeZone),
    nameOf(entry.actorId),
    entry.kind,
    guardCell(entry.name),
    nameOf(entry.aboutId),
    entry.role ?? '',
  ])
}
