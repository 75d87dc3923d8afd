import { operations } from '@millrace/contract'
import { moveAdoption as decideMove, nextReview } from '@millrace/core/practice'
import { accepted, command, refuse, type Unit } from '../../../platform/commands/index.ts'
import { dayOf } from '../../../platform/time-zone.ts'
import { practiceEvent } from '../practice-event.ts'
import { findTeamsAndPractices } from '../queries/find-adoptions.ts'
import {
  type AdoptionOf,
  deleteAdoptions,
  insertSteps,
  lockAdoptions,
  type NewStep,
  saveAdoptions,
} from '../store/adoptions.ts'

/** Puts practices into the method sets of units, or says how often they are looked at. */
export const chooseForTeam = command(operations['practice.chooseForTeam'], async (unit, inputs) => {
  const locked = await lockAdoptions(unit, { ids: inputs.map(({ id }) => id), pairs: inputs })
  const adoptions = new Map(locked.map((one) => [one.id, one]))
  const named = await findTeamsAndPractices(
    unit.tx,
    unit.organisationId,
    inputs.flatMap(({ teamId, practiceId }) => [teamId, practiceId]),
  )
  const today = todayOf(unit)
  const chosen = inputs.map(({ id, teamId, practiceId, reviewDays }, index): AdoptionOf => {
    const before = adoptions.get(id)
    const isOther = before && (before.teamId !== teamId || before.practiceId !== practiceId)
    const twin = [...adoptions.values()].some(
      (one) => one.id !== id && one.teamId === teamId && one.practiceId === practiceId,
    )
    if (isOther || twin) refuse('platform.exists', { what: 'method set' }, index)
    if (!before) {
      if (!named.has(teamId)) refuse('platform.reference_unknown', { field: 'team' }, index)
      const practice = named.get(practiceId)
      if (!practice) return refuse('platform.reference_unknown', { field: 'practice' }, index)
      if (practice.isArchived) refuse('practice.archived', { name: practice.name }, index)
    }
    const nextReviewOn = reviewDays === null ? null : nextReview(today, reviewDays)
    const fresh = { id, teamId, practiceId, state: null, stateSince: null }
    const next = { ...fresh, ...before, reviewDays, nextReviewOn, version: (before?.version ?? 0) + 1 }
    adoptions.set(id, next)
    return next
  })
  await saveAdoptions(unit, last(chosen))
  unit.record(chosen.map((one) => adoptionEvent(unit, 'chosen_for_team', one)))
  return chosen
})

/** Takes practices out of method sets, as long as nothing was done with them. */
export const leaveOutForTeam = command(operations['practice.leaveOutForTeam'], async (unit, inputs) => {
  const found = await load(unit, inputs)
  const names = await namesOf(unit, found)
  found.forEach(({ state, practiceId }, index) => {
    if (state !== null) refuse('practice.adoption_jump', { name: names.get(practiceId)?.name ?? '' }, index)
  })
  await deleteAdoptions(
    unit,
    found.map(({ id }) => id),
  )
  unit.record(found.map((one) => adoptionEvent(unit, 'left_out_for_team', one)))
  return found.map(() => ({}))
})

/** Says that units are in other states with practices. */
export const moveAdoption = command(operations['practice.moveAdoption'], async (unit, inputs) => {
  const adoptions = new Map((await load(unit, inputs)).map((one) => [one.id, one]))
  const names = await namesOf(unit, [...adoptions.values()])
  const steps: NewStep[] = []
  const moved = inputs.map(({ id, to, evidence, note }, index) => {
    const before = adoptions.get(id) ?? refuse('platform.not_found', { what: 'method set' }, index)
    const practice = names.get(before.practiceId)?.name ?? ''
    const state = accepted(decideMove({ practice, state: before.state }, to, evidence), index)
    const next = { ...before, state, stateSince: unit.now, version: before.version + 1 }
    adoptions.set(id, next)
    steps.push({
      adoptionId: id,
      number: next.version,
      kind: 'move',
      from: before.state,
      to: state,
      evidence,
      note,
    })
    return next
  })
  await saveAdoptions(unit, last(moved))
  await insertSteps(unit, steps)
  unit.record(moved.map((one) => adoptionEvent(unit, 'adoption_moved', one)))
  return moved
})

/** Says that the relevance of practices in units was looked at. */
export const reviewAdoption = command(operations['practice.reviewAdoption'], async (unit, inputs) => {
  const found = await load(unit, inputs)
  const today = todayOf(unit)
  const looked = found.map((one) => ({
    ...one,
    nextReviewOn: one.reviewDays === null ? null : nextReview(today, one.reviewDays),
    version: one.version + 1,
  }))
  await saveAdoptions(unit, last(looked))
  await insertSteps(
    unit,
    looked.map(({ id, state, version }, index) => ({
      ...{ adoptionId: id, number: version, kind: 'review' as const, from: state, to: state, evidence: [] },
      note: inputs[index]?.note ?? '',
    })),
  )
  unit.record(looked.map((one) => adoptionEvent(unit, 'adoption_reviewed', one)))
  return looked
})

/** The lines that are named, each as often as it is. */
async function load(unit: Unit, inputs: readonly { readonly id: string }[]): Promise<readonly AdoptionOf[]> {
  const locked = await lockAdoptions(unit, { ids: inputs.map(({ id }) => id) })
  const byId = new Map(locked.map((one) => [one.id, one]))
  return inputs.map(
    ({ id }, index) => byId.get(id) ?? refuse('platform.not_found', { what: 'method set' }, index),
  )
}

async function namesOf(unit: Unit, adoptions: readonly AdoptionOf[]) {
  return await findTeamsAndPractices(
    unit.tx,
    unit.organisationId,
    adoptions.map(({ practiceId }) => practiceId),
  )
}

function last(adoptions: readonly AdoptionOf[]): readonly AdoptionOf[] {
  return [...new Map(adoptions.map((one) => [one.id, one])).values()]
}

function todayOf({ now, organisation }: Unit): string {
  return dayOf(now, organisation?.timeZone ?? 'UTC')
}

function adoptionEvent(unit: Unit, kind: string, { id, practiceId, teamId, state }: AdoptionOf) {
  return practiceEvent(unit, kind, { subject: { kind: 'adoption', id }, data: { practiceId, teamId, state } })
}
