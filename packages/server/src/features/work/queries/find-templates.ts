import type { TemplateView } from '@millrace/contract'
import { linesOfTemplate } from '@millrace/core/work'
import {
  mayInContainers,
  mayInOrganisation,
  type Principal,
  visibleContainerIds,
} from '../../../platform/commands/index.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import type { NameCursor } from '../name-cursor.ts'
import type { TemplateRow } from '../template-content.ts'

/** Templates by id. */
export async function findTemplates(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, TemplateRow>> {
  const rows = await tx.query<TemplateRow>({
    name: 'work_find_templates',
    text: `
select t.id, t.kind, t.name, t.description, t.place_id, t.created_by, t.content, t.created_at, t.version
from template t
where t.organisation_id = $1
  and t.id = any($2::uuid[])
order by t.id`,
    values: [organisationId, ids],
  })
  return new Map(rows.map((row) => [row.id, row]))
}

/** A template without what it holds, and how much that is. */
export type TemplateSummary = Omit<TemplateRow, 'content'> & {
  readonly unit: TemplateView['unit']
  readonly item_count: number
}

/** A page of the templates that a person can see, by name. */
export async function listTemplatesFor(
  tx: Tx,
  principal: Principal,
  page: { readonly kind: string | null; readonly after: NameCursor | null; readonly limit: number },
): Promise<readonly TemplateSummary[]> {
  return await tx.query<TemplateSummary>({
    name: 'work_list_templates',
    text: `
select t.id, t.kind, t.name, t.description, t.place_id, t.created_by, t.created_at, t.version,
  t.content #>> '{work,unit}' as unit, jsonb_array_length(t.content #> '{work,items}') as item_count
from template t
where t.organisation_id = $1
  and ($2::text is null or t.kind = $2)
  and (t.place_id is null and $3 or t.place_id is not null and ($4::uuid[] is null or t.place_id = any($4::uuid[])))
  and ($5::text is null or (t.name, t.id) > ($5, $6::uuid))
order by t.name, t.id
limit $7`,
    values: [
      principal.organisationId,
      page.kind,
      principal.orgRole !== 'guest',
      visibleContainerIds(principal.access),
      page.after?.name ?? null,
      page.after?.id ?? null,
      page.limit,
    ],
  })
}

/** How many templates an organisation keeps. */
export async function countTemplates(tx: Tx, organisationId: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>({
    name: 'work_count_templates',
    text: 'select count(*)::integer as count from template t where t.organisation_id = $1',
    values: [organisationId],
  })
  return row?.count ?? 0
}

type Kept = Pick<TemplateRow, 'place_id' | 'created_by'>

/** Whether somebody sees a template. */
export function seesTemplate({ orgRole, access }: Principal, { place_id: placeId }: Kept): boolean {
  return placeId === null ? orgRole !== 'guest' : mayInContainers(access, 'container.read', [placeId])
}

/** Whether somebody may change a template: who made it, who works in its place, or who runs the organisation. */
export function mayChangeTemplate(principal: Principal, row: Kept): boolean {
  if (!seesTemplate(principal, row)) return false
  if (mayInOrganisation(principal, 'organisation.manage') || row.created_by === principal.personId)
    return true
  return row.place_id !== null && mayInContainers(principal.access, 'item.write', [row.place_id])
}

/** A template as a person sees it. */
export function presentTemplate(row: TemplateSummary, principal: Principal): TemplateView {
  const { id, kind, name, description, place_id: placeId, unit, item_count: itemCount, version } = row
  return {
    id,
    kind,
    name,
    description,
    placeId,
    unit,
    itemCount,
    mayChange: mayChangeTemplate(principal, row),
    version,
  }
}

/** A template with its lines, as a person sees it. */
export function presentWhole({ content, ...row }: TemplateRow, principal: Principal) {
  const { unit, items } = content.work
  const view = presentTemplate({ ...row, unit, item_count: items.length }, principal)
  return { ...view, lines: [...linesOfTemplate(content.work)] }
}
