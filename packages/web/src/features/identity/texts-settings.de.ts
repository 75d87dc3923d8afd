import type { Translated } from '../../platform/language/index.ts'
import type { settingsTexts } from './texts-settings.ts'

/** Die Einstellungen über sich selbst und die Organisation. */
export const german = {
  profile: {
    title: 'Profil',
    sentence: 'So erscheint man hier für andere.',
    name: 'Name',
    position: 'Beruf oder Stellung',
    colour: 'Farbe',
    save: 'Speichern',
    did: 'Profil geändert',
  },
  sessions: {
    title: 'Angemeldet auf',
    sentence: 'Eine unbekannte Sitzung beenden und danach das Passwort ändern.',
    columns: ['Browser', 'Über', 'Adresse', 'Seit', ''],
    current: 'Dieser Browser',
    end: 'Beenden',
    endOthers: 'Überall sonst abmelden',
    unknown: 'Unbekanntes Programm',
    browserOn: (browser, system) => `${browser} auf ${system}`,
  },
  device: {
    title: 'Dieses Gerät',
    sentence:
      'Ohne Verbindung lässt sich lesen, was schon geöffnet war, und Geändertes wird später gesendet.',
    keep: 'Geöffnetes auf diesem Gerät aufbewahren',
    keepHint: 'Auf gemeinsam benutzten Geräten ausschalten. Abmelden entfernt in jedem Fall alles.',
    shown: 'Anderen zeigen, wo ich bin',
    shownHint:
      'Wer dieselbe Aufgabe vor sich hat, sieht, dass ich sie auch ansehe und worin ich schreibe. Ausgeschaltet sieht das von diesem Browser aus niemand, und ich sehe auch niemanden.',
    size: (megabytes) =>
      `${megabytes < 1 ? 'Weniger als 1' : String(Math.round(megabytes))} MB werden aufbewahrt.`,
    forget: 'Aufbewahrtes entfernen',
    forgotten: 'Es ist entfernt; was von nun an geöffnet wird, wird wieder aufbewahrt',
  },
  tokens: {
    title: 'API-Token',
    sentence:
      'Mit einem Token handelt ein Programm im eigenen Namen, soweit das Token reicht. So vorsichtig behandeln wie ein Passwort.',
    create: 'Neues Token',
    empty:
      'Skripte, andere Systeme und die Befehlszeile melden sich mit einem Token statt mit dem Passwort an.',
    columns: ['Name', 'Beginnt mit', 'Darf', 'Zuletzt benutzt', 'Endet', ''],
    name: 'Wofür es ist',
    namePlaceholder: 'Nächtlicher Export',
    scope: 'Was es darf',
    scopes: {
      read: 'Alles lesen, was selbst sichtbar ist',
      write: 'Auch anlegen und ändern',
      admin: 'Auch Personen und Einstellungen verwalten',
    },
    short: { read: 'lesen', write: 'schreiben', admin: 'verwalten' },
    expiry: 'Endet nach',
    expiries: { '30': '30 Tagen', '90': '90 Tagen', '365': 'Einem Jahr', never: 'Nie' },
    submit: 'Token anlegen',
    once: 'Jetzt kopieren: es wird nur dieses eine Mal gezeigt.',
    copy: 'Kopieren',
    copied: 'Kopiert',
    done: 'Ist aufbewahrt',
    revoke: 'Widerrufen',
    never: 'nie',
    ownerColumn: 'Von',
  },
  demo: {
    title: 'Demodaten',
    sentence: 'Diese Organisation enthält Arbeit, die zum Umsehen erfunden wurde.',
    remove: 'Demodaten entfernen',
    question:
      'Alles, was die Demo angelegt hat, verschwindet endgültig: Personen, Projekte, Prozesse, Fälle und ihr Verlauf. Selbst Angelegtes bleibt. Das lässt sich nicht zurücknehmen.',
    keep: 'Behalten',
    removed: 'Die Demodaten sind entfernt',
  },
  organisation: {
    title: 'Organisation',
    sentence: 'Was hier für alle gilt.',
    name: 'Name',
    currency: 'Währung',
    currencyHint: 'Schon erfasste Beträge werden nicht umgerechnet.',
    timeZone: 'Zeitzone',
    weekStart: 'Die Woche beginnt am',
    weekdays: { '1': 'Montag', '6': 'Samstag', '7': 'Sonntag' },
    save: 'Speichern',
    factor: 'Niemand kommt ohne zweiten Faktor herein',
    factorHint:
      'Wer keinen hat, muss einen einrichten, bevor hier etwas zu sehen ist. Zuerst ist ein eigener nötig. Programme mit einem Token stehen still, bis dessen Inhaber einen hat.',
    readOnly: 'Nur Administratoren ändern dies.',
    did: 'Organisation geändert',
  },
} satisfies Translated<typeof settingsTexts>
