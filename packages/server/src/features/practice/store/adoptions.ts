import type { Instant, PlainDate } from '@millrace/core/kernel'
import type { AdoptionEvidence, AdoptionState } from '@millrace/core/practice'
import type { Unit } from '../../../platform/commands/index.ts'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'

/** A practice in the method set of a unit. */
export type AdoptionOf = {
  readonly id: string
  readonly practiceId: string
  readonly teamId: string
  readonly state: AdoptionState | null
  readonly stateSince: Instant | null
  readonly reviewDays: number | null
  readonly nextReviewOn: PlainDate | null
  readonly version: number
}

/** The columns of `practice_adoption a`, named as the fields. */
export const ADOPTION_COLUMNS = `a.id, a.practice_id as "practiceId", a.team_id as "teamId", a.state,
  a.state_since as "stateSince", a.review_days as "reviewDays", a.next_review_on as "nextReviewOn", a.version`

/** Method sets by the ids of their lines, or by what they are about, locked in the order of their ids. */
export async function lockAdoptions(
  unit: Unit,
  wanted: {
    readonly ids: readonly string[]
    readonly pairs?: readonly { readonly teamId: string; readonly practiceId: string }[]
  },
): Promise<readonly AdoptionOf[]> {
  const { ids, pairs = [] } = wanted
  return await unit.tx.query<AdoptionOf>({
    name: 'practice_lock_adoptions',
    text: `
select ${ADOPTION_COLUMNS}
from practice_adoption a
where a.organisation_id = $1
  and (a.id = any($2::uuid[]) or (a.team_id, a.practice_id) in (
    select r."teamId", r."practiceId" from json_to_recordset($3::json) as r ("teamId" uuid, "practiceId" uuid)))
order by a.id
for no key update`,
    values: [unit.organisationId, ids, JSON.stringify(pairs)],
  })
}

/** Writes lines of method sets, new ones and changed ones. */
export async function saveAdoptions(unit: Unit, adoptions: readonly AdoptionOf[]): Promise<void> {
  const rows = adoptions.map((one) => ({
    ...{ id: one.id, practice_id: one.practiceId, team_id: one.teamId, state: one.state },
    ...{ state_since: sqlMoment(one.stateSince), review_days: one.reviewDays },
    ...{ next_review_on: one.nextReviewOn, version: one.version },
  }))
  await unit.tx.query({
    name: 'practice_save_adoptions',
    text: `
insert into practice_adoption
  (organisation_id, id, practice_id, team_id, state, state_since, review_days, next_review_on, version)
select $1, r.id, r.practice_id, r.team_id, r.state, r.state_since, r.review_days, r.next_review_on, r.version
from json_populate_recordset(null::practice_adoption, $2::json) r
on conflict (organisation_id, id) do update
set state = excluded.state,
    state_since = excluded.state_since,
    review_days = excluded.review_days,
    next_review_on = excluded.next_review_on,
    version = excluded.version`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}

/** Takes lines out of method sets. */
export async function deleteAdoptions(unit: Unit, ids: readonly string[]): Promise<void> {
  await unit.tx.query({
    name: 'practice_delete_adoptions',
    text: `
delete from practice_adoption a
where a.organisation_id = $1
  and a.id = any($2::uuid[])`,
    values: [unit.organisationId, ids],
  })
}

/** What was said of a practice in a unit. */
export type NewStep = {
  readonly adoptionId: string
  /** The version of the line that it made. */
  readonly number: number
  readonly kind: 'move' | 'review'
  readonly from: AdoptionState | null
  readonly to: AdoptionState | null
  readonly evidence: readonly AdoptionEvidence[]
  readonly note: string
}

/** Adds to the history of practices in units. */
export async function insertSteps(unit: Unit, steps: readonly NewStep[]): Promise<void> {
  const rows = steps.map((step) => ({
    ...{ adoption_id: step.adoptionId, number: step.number, kind: step.kind, evidence: step.evidence },
    ...{ from_state: step.from, to_state: step.to, note: step.note },
    ...{ at: sqlMoment(unit.now), person_id: unit.principal.personId },
  }))
  await unit.tx.query({
    name: 'practice_insert_steps',
    text: `
insert into practice_adoption_step
  (organisation_id, adoption_id, number, kind, from_state, to_state, evidence, note, at, person_id)
select $1, r.adoption_id, r.number, r.kind, r.from_state, r.to_state, r.evidence, r.note, r.at, r.person_id
from json_populate_recordset(null::practice_adoption_step, $2::json) r`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}
