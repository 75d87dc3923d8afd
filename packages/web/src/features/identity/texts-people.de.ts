import type { Translated } from '../../platform/language/index.ts'
import type { peopleTexts } from './texts-people.ts'

/** Die Seiten über Personen und Teams. */
export const german = {
  title: 'Personen',
  add: 'Person hinzufügen',
  find: 'Person finden',
  table: 'Personen der Organisation',
  columns: ['Name', 'E-Mail', 'Teams', 'Rolle', 'Status', ''],
  none: 'So heißt niemand.',
  edit: 'Bearbeiten',
  roles: {
    owner: 'Inhaber',
    admin: 'Administrator',
    member: 'Mitglied',
    guest: 'Gast',
  },
  roleHints: {
    owner: 'Kann alles und ernennt Inhaber.',
    admin: 'Verwaltet Personen, Typen und Einstellungen.',
    member: 'Legt Projekte an und arbeitet in allem Offenen mit.',
    guest: 'Sieht und tut nur, wozu Zugang gegeben wurde.',
  },
  status: { active: 'Aktiv', placeholder: 'Noch kein Konto', inactive: 'Inaktiv' },
  form: {
    name: 'Name',
    email: 'E-Mail',
    emailHint: 'Ohne Adresse bleibt es ein Name, dem Arbeit gegeben werden kann.',
    title: 'Beruf oder Stellung',
    role: 'Rolle',
    password: 'Erstes Passwort',
    passwordHint: 'Persönlich mitteilen; es lässt sich ändern. Leer lassen, wenn schon ein Konto besteht.',
    add: 'Hinzufügen',
    save: 'Speichern',
    deactivate: 'Inaktiv setzen',
    deactivateHint: 'Meldet die Person überall ab. Ihre Arbeit bleibt.',
    activate: 'Wieder aktiv setzen',
  },
  teams: {
    title: 'Teams',
    sentence: 'Teams können unter Teams stehen. Zugang für ein Team reicht auch zu denen darunter.',
    add: 'Team hinzufügen',
    addBelow: 'Team darunter hinzufügen',
    empty:
      'Ein Team fasst Personen zusammen, die Arbeit teilen, damit Zugang und Zuständigkeit nur einmal zu vergeben sind.',
    name: 'Name des Teams',
    members: 'Mitglieder',
    noMembers: 'Noch niemand',
    archive: 'Archivieren',
    rename: 'Umbenennen',
    move: 'Steht unter',
    top: 'Keinem anderen Team',
    save: 'Speichern',
    actions: (name) => `Aktionen für ${name}`,
  },
} satisfies Translated<typeof peopleTexts>
