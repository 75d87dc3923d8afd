import { type Shown, shownTo, type Topic } from '../../platform/realtime/index.ts'
import { presentOrganisation, presentPerson, presentTeam, presentToGuest } from './present.ts'
import { readOrganisation, readPeople, readTeams } from './queries/read-directory.ts'
import type { PersonRow } from './store/people.ts'

const everybody = () => true

const person: Topic = {
  kind: 'person',
  load: async (tx, organisationId, ids) => {
    const rows = await readPeople(tx, { organisationId, ids })
    return new Map(rows.map((row) => [row.id, showPerson(row)]))
  },
}

const team: Topic = {
  kind: 'team',
  load: async (tx, organisationId, ids) => {
    const rows = await readTeams(tx, { organisationId, ids })
    return new Map(rows.map((row) => [row.id, shownTo(presentTeam(row), everybody)]))
  },
}

const organisation: Topic = {
  kind: 'organisation',
  load: async (tx, organisationId) => {
    const row = await readOrganisation(tx, organisationId)
    return new Map(row ? [[row.id, shownTo(presentOrganisation(row), everybody)]] : [])
  },
}

/** What identity shows on the change stream. */
export const identityTopics: readonly Topic[] = [person, team, organisation]

function showPerson(row: PersonRow): Shown {
  const full = JSON.stringify(presentPerson(row))
  const forGuests = JSON.stringify(presentToGuest(row))
  return { viewFor: (principal) => (principal.orgRole === 'guest' ? forGuests : full) }
}
