import { ok } from '@millrace/core/kernel'
import { callOf } from './calls.ts'
import type { Forecasts } from './forecast.ts'
import { type Organisation, writeOf } from './kinds.ts'
import { applyPatch, pickOld } from './patch.ts'

/** The organisation, its people and its teams as they will be. */
export const identityForecasts = {
  'identity.changeOrganisation': (draft, { patch }) => {
    const organisation: Organisation | undefined = draft.organisation()
    if (!organisation) return ok([])
    draft.write(writeOf('organisation', organisation.id, applyPatch(organisation, patch)))
    return ok([callOf('identity.changeOrganisation', { patch: pickOld(organisation, patch) })])
  },
  'identity.changePerson': (draft, { id, patch }) => {
    const person = draft.read('person', id)
    if (!person) return ok([])
    draft.write(writeOf('person', id, applyPatch(person, patch)))
    const { status, ...old } = pickOld(person, patch)
    const isBack = status !== undefined && person.status !== 'placeholder'
    return ok([callOf('identity.changePerson', { id, patch: isBack ? { ...old, status } : old })])
  },
  'identity.createTeam': (draft, { id, name, parentId = null }) => {
    const team = { id, name, parentId, memberIds: [], origin: 'own', archivedAt: null, version: 1 } as const
    draft.write(writeOf('team', id, team))
    return ok([callOf('identity.changeTeam', { id, patch: { isArchived: true } })])
  },
  'identity.changeTeam': (draft, { id, patch }, { now }) => {
    const team = draft.read('team', id)
    if (!team) return ok([])
    const { isArchived } = patch
    const archivedAt = isArchived === undefined ? team.archivedAt : isArchived ? now : null
    draft.write(writeOf('team', id, { ...applyPatch(team, patch), archivedAt }))
    const wasArchived = isArchived === undefined ? {} : { isArchived: team.archivedAt !== null }
    return ok([callOf('identity.changeTeam', { id, patch: { ...pickOld(team, patch), ...wasArchived } })])
  },
  'identity.setTeamMembers': (draft, { id, memberIds }) => {
    const team = draft.read('team', id)
    if (!team) return ok([])
    draft.write(writeOf('team', id, { ...team, memberIds }))
    return ok([callOf('identity.setTeamMembers', { id, memberIds: [...team.memberIds] })])
  },
} satisfies Forecasts
