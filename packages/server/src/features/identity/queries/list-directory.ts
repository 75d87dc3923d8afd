import type { OrganisationView, PersonView, TeamView } from '@millrace/contract'
import type { OrgRole, QueryContext } from '../../../platform/commands/index.ts'
import { presentOrganisation, presentPerson, presentTeam, presentToGuest } from '../present.ts'
import { readOrganisation, readPeople, readTeams } from './read-directory.ts'

/** The organisation with its people and teams, as somebody sees them. */
export type Directory = {
  readonly me: { readonly personId: string; readonly orgRole: OrgRole }
  readonly organisation: OrganisationView
  readonly people: PersonView[]
  readonly teams: TeamView[]
}

/** Everybody of the organisation, archived teams and people who left included; guests see no e-mail addresses. */
export async function readDirectoryOf({ tx, principal }: QueryContext): Promise<Directory> {
  const { organisationId, personId, orgRole } = principal
  const organisation = await readOrganisation(tx, organisationId)
  if (!organisation) throw new Error('the organisation does not exist')
  const people = await readPeople(tx, { organisationId, ids: null })
  const teams = await readTeams(tx, { organisationId, ids: null })
  return {
    me: { personId, orgRole },
    organisation: presentOrganisation(organisation),
    people: people.map(orgRole === 'guest' ? presentToGuest : presentPerson),
    teams: teams.map(presentTeam),
  }
}
