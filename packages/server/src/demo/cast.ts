/** The account that owns the demo organisation. */
export const DEMO_OWNER = { name: 'Ida Berg', email: 'ida.berg@harbour-tower.example' } as const

/** A person of the story. `key` names them in it. */
export type Role = {
  readonly key: string
  readonly name: string
  readonly title: string
  readonly team: TeamKey
  readonly isGuest?: boolean
}

export type TeamKey = 'management' | 'design' | 'site' | 'operations' | 'tenants' | 'finance' | 'client'

/** The teams of Harbour Tower; the client's people belong to none of them. */
export const TEAMS: readonly {
  readonly key: TeamKey
  readonly name: string
  readonly parent: TeamKey | null
}[] = [
  { key: 'management', name: 'Management', parent: null },
  { key: 'design', name: 'Design office', parent: 'management' },
  { key: 'site', name: 'Construction site', parent: 'management' },
  { key: 'operations', name: 'Building operations', parent: 'management' },
  { key: 'tenants', name: 'Tenant relations', parent: 'operations' },
  { key: 'finance', name: 'Finance', parent: 'management' },
]

/** Everybody who works on Harbour Tower besides the account that owns it, and the client's two contacts. */
export const CAST: readonly Role[] = [
  { key: 'ines', name: 'Ines Okafor', title: 'Head of projects', team: 'management' },
  { key: 'jonas', name: 'Jonas Weber', title: 'Method manager', team: 'management' },
  { key: 'lena', name: 'Lena Fischer', title: 'Lead architect', team: 'design' },
  { key: 'omar', name: 'Omar Haddad', title: 'Structural engineer', team: 'design' },
  { key: 'sofia', name: 'Sofia Rossi', title: 'Permit coordinator', team: 'design' },
  { key: 'tom', name: 'Tom Becker', title: 'Draughtsman', team: 'design' },
  { key: 'rosa', name: 'Rosa Marin', title: 'Site manager', team: 'site' },
  { key: 'piotr', name: 'Piotr Nowak', title: 'Foreman, concrete', team: 'site' },
  { key: 'emre', name: 'Emre Yilmaz', title: 'Foreman, rebar', team: 'site' },
  { key: 'hana', name: 'Hana Sato', title: 'Surveyor', team: 'site' },
  { key: 'luis', name: 'Luis Ortega', title: 'Crane operator', team: 'site' },
  { key: 'greta', name: 'Greta Lind', title: 'Quality inspector', team: 'site' },
  { key: 'amir', name: 'Amir Rahimi', title: 'Façade foreman', team: 'site' },
  { key: 'nadia', name: 'Nadia Petrova', title: 'Operations manager', team: 'operations' },
  { key: 'kofi', name: 'Kofi Mensah', title: 'Technician, lifts', team: 'operations' },
  { key: 'marta', name: 'Marta Silva', title: 'Technician, climate', team: 'operations' },
  { key: 'sven', name: 'Sven Berg', title: 'Caretaker', team: 'operations' },
  { key: 'lucia', name: 'Lucía Gómez', title: 'Cleaning supervisor', team: 'operations' },
  { key: 'mei', name: 'Mei Chen', title: 'Tenant desk', team: 'tenants' },
  { key: 'david', name: 'David Roth', title: 'Tenant desk', team: 'tenants' },
  { key: 'theo', name: 'Theo Dahl', title: 'Head of finance', team: 'finance' },
  { key: 'alma', name: 'Alma Krause', title: 'Accountant', team: 'finance' },
  { key: 'clara', name: 'Clara Voss', title: 'Nord Tenant AG, facilities', team: 'client', isGuest: true },
  { key: 'henrik', name: 'Henrik Lund', title: 'Nord Tenant AG, director', team: 'client', isGuest: true },
]

/** The machines of the site, as the options of a field: planning with resources is yet to come. */
export const MACHINES = [
  { id: 'crane-1', name: 'Tower crane 1' },
  { id: 'crane-2', name: 'Tower crane 2' },
  { id: 'pump', name: 'Concrete pump' },
] as const
/** One of the machines. */
export type MachineId = (typeof MACHINES)[number]['id']

/** The address by which somebody of the story signs in. */
export function emailOf(role: Role): string {
  const name = role.name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/\s+/g, '.')
  return `${name}@${role.isGuest ? 'nord-tenant' : 'harbour-tower'}.example`
}
