import type { Unit } from '../../../platform/commands/index.ts'
import type { PracticeName } from '../queries/find-names.ts'

/** Writes names of practices; one that was a former name of another means this one now. */
export async function saveNames(unit: Unit, names: readonly PracticeName[]): Promise<void> {
  if (names.length === 0) return
  const rows = names.map(({ practiceId, isFormer, ...rest }) => ({
    ...{ ...rest, practice_id: practiceId, is_former: isFormer },
  }))
  await unit.tx.query({
    name: 'practice_save_names',
    text: `
insert into practice_name (organisation_id, fold, name, practice_id, is_former)
select $1, r.fold, r.name, r.practice_id, r.is_former
from json_populate_recordset(null::practice_name, $2::json) r
on conflict (organisation_id, fold) do update
set name = excluded.name,
    practice_id = excluded.practice_id,
    is_former = excluded.is_former`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}

type Named = {
  readonly id: string
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  readonly after: readonly string[]
}

/** Writes anew which states of artifacts practices name. */
export async function replaceArtifacts(unit: Unit, practices: readonly Named[]): Promise<void> {
  await unit.tx.query({
    name: 'practice_clear_artifacts',
    text: `
delete from practice_artifact a
where a.organisation_id = $1
  and a.practice_id = any($2::uuid[])`,
    values: [unit.organisationId, practices.map(({ id }) => id)],
  })
  const rows = practices.flatMap(({ id, inputs, outputs }) => [
    ...inputs.map((stateId) => ({ practice_id: id, state_id: stateId, is_output: false })),
    ...outputs.map((stateId) => ({ practice_id: id, state_id: stateId, is_output: true })),
  ])
  await unit.tx.query({
    name: 'practice_insert_artifacts',
    text: `
insert into practice_artifact (organisation_id, practice_id, state_id, is_output)
select distinct $1::uuid, r.practice_id, r.state_id, r.is_output
from json_populate_recordset(null::practice_artifact, $2::json) r`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}

/** Writes anew which practices come before some. */
export async function replaceOrder(unit: Unit, practices: readonly Named[]): Promise<void> {
  await unit.tx.query({
    name: 'practice_clear_order',
    text: `
delete from practice_order o
where o.organisation_id = $1
  and o.practice_id = any($2::uuid[])`,
    values: [unit.organisationId, practices.map(({ id }) => id)],
  })
  const rows = practices.flatMap(({ id, after }) =>
    after.map((afterId) => ({ practice_id: id, after_id: afterId })),
  )
  await unit.tx.query({
    name: 'practice_insert_order',
    text: `
insert into practice_order (organisation_id, practice_id, after_id)
select distinct $1::uuid, r.practice_id, r.after_id
from json_populate_recordset(null::practice_order, $2::json) r`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}
