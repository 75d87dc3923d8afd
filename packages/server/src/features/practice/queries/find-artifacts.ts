import type { ArtifactStepView } from '@millrace/contract'
import type { Tx } from '../../../platform/db/transaction.ts'
import { ARTIFACT_COLUMNS, type Artifact, type Asked } from '../store/artifacts.ts'

/** Artifacts by id, or all of some containers; null: of every one. By name, archived ones last. */
export async function readArtifacts(
  tx: Tx,
  organisationId: string,
  wanted: { readonly ids: readonly string[] } | { readonly containerIds: readonly string[] | null },
): Promise<readonly Artifact[]> {
  const ids = 'ids' in wanted ? wanted.ids : null
  const containerIds = 'ids' in wanted ? null : wanted.containerIds
  return await tx.query<Artifact>({
    name: 'practice_read_artifacts',
    text: `
select ${ARTIFACT_COLUMNS}
from work_artifact a
where a.organisation_id = $1
  and ($2::uuid[] is null or a.id = any($2))
  and ($3::uuid[] is null or a.container_id = any($3))
order by a.archived_at is not null, a.name, a.id
limit 10000`,
    values: [organisationId, ids, containerIds],
  })
}

const ASKED_COLUMNS = `x.item_id as "itemId", x.artifact_id as "artifactId", x.state_id as "stateId", x.evidence,
  x.delivered_at as "deliveredAt"`

/** What items ask for, by the items or by the artifacts. */
export async function readAsked(
  tx: Tx,
  organisationId: string,
  by: { readonly itemIds: readonly string[] } | { readonly artifactIds: readonly string[] },
): Promise<readonly Asked[]> {
  const [itemIds, artifactIds] = 'itemIds' in by ? [by.itemIds, null] : [null, by.artifactIds]
  return await tx.query<Asked>({
    name: 'practice_read_asked',
    text: `
select ${ASKED_COLUMNS}
from item_artifact x
where x.organisation_id = $1
  and ($2::uuid[] is null or x.item_id = any($2))
  and ($3::uuid[] is null or x.artifact_id = any($3))
order by x.item_id, x.artifact_id
limit 10000`,
    values: [organisationId, itemIds, artifactIds],
  })
}

/** How an artifact came to its state, the newest first. */
export async function readArtifactSteps(
  tx: Tx,
  organisationId: string,
  artifactId: string,
): Promise<readonly ArtifactStepView[]> {
  return await tx.query<ArtifactStepView>({
    name: 'practice_read_artifact_steps',
    text: `
select s.number, s.from_id as "from", s.to_id as "to", s.item_id as "itemId", s.evidence, s.at,
  s.person_id as "personId"
from artifact_step s
where s.organisation_id = $1
  and s.artifact_id = $2
order by s.number desc
limit 1000`,
    values: [organisationId, artifactId],
  })
}

/** What finishing items brings about: what is asked for, with the names and questions that it takes. */
export type Due = Asked & { readonly artifact: string; readonly checkpoints: readonly string[] }

/** What items ask for that they have not delivered. */
export async function findDue(
  tx: Tx,
  organisationId: string,
  itemIds: readonly string[],
): Promise<readonly Due[]> {
  if (itemIds.length === 0) return []
  return await tx.query<Due>({
    name: 'practice_find_due',
    text: `
select ${ASKED_COLUMNS}, a.name as artifact, s.checkpoints
from item_artifact x
join work_artifact a on a.organisation_id = x.organisation_id and a.id = x.artifact_id
join artifact_state s on s.organisation_id = x.organisation_id and s.id = x.state_id
where x.organisation_id = $1
  and x.item_id = any($2::uuid[])
  and x.delivered_at is null
order by x.artifact_id, x.item_id
limit 10000`,
    values: [organisationId, itemIds],
  })
}
