import type { Tx } from '../../../platform/db/transaction.ts'

/** What is looked for, and where somebody may look. */
export type Wanted = {
  readonly organisationId: string
  /** The containers they can see; null for all. */
  readonly visible: readonly string[] | null
  readonly kind: string | null
  readonly containerId: string | null
  /** Items that are hidden from them. */
  readonly hidden: readonly string[]
  readonly limit: number
}

/**
 * Entries by their words, best first: an exact key, then titles, then texts; what is archived last.
 * A word that is nearly everywhere finds many more than anybody looks at: of those, so many are weighed.
 */
export async function findEntries(
  tx: Tx,
  wanted: Wanted,
  asked: { readonly title: string; readonly text: string; readonly key: string | null },
): Promise<readonly string[]> {
  const { organisationId, visible, kind, containerId, limit, hidden } = wanted
  const { title, text, key } = asked
  const rows = await tx.query<{ id: string }>({
    name: 'search_find_entries',
    text: `
with hit as (
  (
    select w.id, 0 as tier, w.archived_at is not null as is_archived, 1::real as fit
    from work_item w
    where w.organisation_id = $1
      and w.key = $4
      and ($5::uuid[] is null or w.container_ids && $5)
      and ($6::text is null or $6 = 'item')
      and ($7::uuid is null or $7 = any(w.container_ids))
    limit 1
  )
  union all
  (
    select e.id, 1, e.is_archived, ts_rank(e.vector, $3::text::tsquery)
    from search_entry e
    where e.organisation_id = $1
      and e.vector @@ $2::text::tsquery
      and ($5::uuid[] is null or e.container_ids && $5)
      and ($6::text is null or e.kind = $6)
      and ($7::uuid is null or $7 = any(e.container_ids))
      and (e.item_id is null or e.item_id <> all($9::uuid[]))
    limit 2000
  )
  union all
  (
    select e.id, 2, e.is_archived, ts_rank(e.vector, $3::text::tsquery)
    from search_entry e
    where e.organisation_id = $1
      and e.vector @@ $3::text::tsquery
      and ($5::uuid[] is null or e.container_ids && $5)
      and ($6::text is null or e.kind = $6)
      and ($7::uuid is null or $7 = any(e.container_ids))
      and (e.item_id is null or e.item_id <> all($9::uuid[]))
    limit 2000
  )
)
select h.id
from hit h
group by h.id
order by bool_or(h.is_archived), min(h.tier), max(h.fit) desc, h.id desc
limit $8`,
    values: [organisationId, title, text, key, visible, kind, containerId, limit, hidden],
  })
  return rows.map(({ id }) => id)
}

/**
 * Entries whose title has a word that is like one, the most alike first: what may have been meant by it. Of
 * very many, so many are compared as take a few milliseconds.
 */
export async function findSimilarTitles(
  tx: Tx,
  wanted: Wanted,
  asked: { readonly word: string; readonly floor: number },
): Promise<readonly { readonly id: string; readonly title: string }[]> {
  tx.send({
    text: `select set_config('pg_trgm.word_similarity_threshold', $1, true)`,
    values: [String(asked.floor)],
  })
  return await tx.query<{ id: string; title: string }>({
    name: 'search_find_similar_titles',
    text: `
select t.id, t.title
from (
  select e.id, e.title, e.is_archived
  from search_entry e
  where e.organisation_id = $1
    and e.title <> ''
    and $2 <% e.title
    and ($3::uuid[] is null or e.container_ids && $3)
    and ($4::text is null or e.kind = $4)
    and ($5::uuid is null or $5 = any(e.container_ids))
    and (e.item_id is null or e.item_id <> all($6::uuid[]))
  limit 500
) t
order by t.is_archived, word_similarity($2, t.title) desc, t.id desc
limit 300`,
    values: [
      wanted.organisationId,
      asked.word,
      wanted.visible,
      wanted.kind,
      wanted.containerId,
      wanted.hidden,
    ],
  })
}

/** Something found, as it is now. */
export type FoundRow = {
  readonly id: string
  readonly kind: 'item' | 'comment' | 'file'
  readonly item_id: string | null
  readonly item_key: string | null
  readonly state_group: 'backlog' | 'ready' | 'inProgress' | 'waiting' | 'inReview' | 'done' | null
  readonly title: string
  readonly text: string
  readonly container_id: string
  readonly person_id: string | null
  readonly at: number
  readonly is_archived: boolean
}

/** Reads what was found from the tables behind the second wall: an entry that leads nowhere shows nothing. */
export async function readFound(
  tx: Tx,
  wanted: Pick<Wanted, 'organisationId' | 'visible'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FoundRow>> {
  const rows = await tx.query<FoundRow>({
    name: 'search_read_found',
    text: `
select e.id, e.kind, w.id as item_id, w.key as item_key, w.state_group, coalesce(f.name, w.title) as title,
  left(coalesce(m.body, t.text, case when e.kind = 'item' then w.description end, ''), 50000) as text,
  coalesce(w.home_container_id, f.container_id) as container_id, coalesce(m.author_id, f.uploaded_by) as person_id,
  coalesce(m.edited_at, m.created_at, f.uploaded_at, w.updated_at) as at,
  w.archived_at is not null or c.archived_at is not null as is_archived
from search_entry e
left join comment m on m.organisation_id = e.organisation_id and m.id = e.comment_id and m.removed_at is null
left join file f on f.organisation_id = e.organisation_id and f.id = e.file_id and f.removed_at is null
left join search_file_text t on t.organisation_id = f.organisation_id and t.file_id = f.id
left join work_item w on w.organisation_id = e.organisation_id and w.id = e.item_id
join container c on c.organisation_id = e.organisation_id and c.id = coalesce(w.home_container_id, f.container_id)
where e.organisation_id = $1
  and e.id = any($2::uuid[])
  and ($3::uuid[] is null or coalesce(w.container_ids, array[f.container_id]) && $3)
  and (e.kind = 'item' or m.id is not null or f.id is not null)
order by e.id`,
    values: [wanted.organisationId, ids, wanted.visible],
  })
  return new Map(rows.map((row) => [row.id, row]))
}

/** The labels that items carry, to be found by their names. */
export async function readLabelNames(
  tx: Tx,
  organisationId: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return await tx.query<{ id: string; name: string }>({
    name: 'search_read_label_names',
    text: `
select l.id, l.name
from label l
where l.organisation_id = $1
order by l.id
limit 1000`,
    values: [organisationId],
  })
}
