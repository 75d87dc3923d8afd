import type { RefusalSentences } from './entry.ts'
import type { platformRefusals } from './platform.ts'

export const platformRefusalsDe = {
  'platform.input_wrong': {
    sentence: 'Die Anfrage passt nicht: {detail}.',
    remedy: 'Mit der Referenzseite vergleichen.',
  },
  'platform.not_found': {
    sentence: 'Nicht vorhanden oder nicht freigegeben: {what}.',
    remedy: 'Die Adresse prüfen oder um Zugang bitten.',
  },
  'platform.not_signed_in': {
    sentence: 'Hier ist niemand angemeldet.',
    remedy: 'Anmelden oder ein gültiges Token senden.',
  },
  'platform.not_allowed': {
    sentence: 'Dazu fehlt die Berechtigung ({permission}).',
    remedy: 'Jemanden bitten, der es verwaltet.',
  },
  'platform.scope_missing': {
    sentence: 'Dieses Token reicht dafür nicht ({scope}).',
    remedy: 'Ein Token mit dieser Reichweite anlegen.',
  },
  'platform.reference_unknown': {
    sentence: 'Angegeben ist etwas, das es nicht gibt: {field}.',
    remedy: 'Neu laden und noch einmal wählen.',
  },
  'platform.exists': {
    sentence: 'Das gibt es schon: {what}.',
    remedy: 'Das vorhandene benutzen.',
  },
  'platform.version_old': {
    sentence: 'Inzwischen geändert ({what}): Version {actual}, nicht {expected}.',
    remedy: 'Noch einmal lesen und die Änderung wiederholen.',
  },
  'platform.idempotency_key_reused': {
    sentence: 'Dieser Idempotenzschlüssel wurde schon für eine andere Anfrage benutzt.',
    remedy: 'Für jede Anfrage einen neuen Schlüssel nehmen.',
  },
  'platform.batch_too_large': {
    sentence: 'Ein Stapel fasst höchstens {max} Befehle.',
    remedy: 'Mehrere Stapel senden.',
  },
  'platform.body_too_large': {
    sentence: 'Die Anfrage ist größer als {max} Bytes.',
    remedy: 'Weniger auf einmal senden.',
  },
  'platform.too_many_requests': {
    sentence: 'Zu viele Anfragen.',
    remedy: 'Einen Moment warten und erneut versuchen.',
  },
  'platform.downloads_busy': {
    sentence: 'Gerade entstehen mehrere große Dateien.',
    remedy: 'In einer Minute erneut versuchen.',
  },
  'platform.cursor_wrong': {
    sentence: 'Die Stelle zum Weiterblättern gehört nicht zu dieser Liste.',
    remedy: 'Von der ersten Seite an beginnen.',
  },
  'platform.other_origin': {
    sentence: 'Die Anfrage kommt von einer anderen Website.',
    remedy: 'Die Adresse benutzen, unter der dieses Millrace läuft.',
  },
  'platform.busy': {
    sentence: 'Der Server ist überlastet, seine Platte ist voll oder seine Datenbank nicht erreichbar.',
    remedy: 'Gleich noch einmal versuchen; nichts wurde geändert.',
  },
} as const satisfies Record<keyof typeof platformRefusals, RefusalSentences>
