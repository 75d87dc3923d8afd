import type { RefusalSentences } from './entry.ts'
import type { filesRefusals } from './files.ts'

export const filesRefusalsDe = {
  'files.missing': {
    sentence: 'Die Anfrage enthält keine Datei.',
    remedy: 'Eine Datei als multipart/form-data senden.',
  },
  'files.too_large': {
    sentence: 'Die Datei ist größer als {max} MB.',
    remedy: 'Verkleinern oder die Administration bitten, FILES_MAX_MB zu erhöhen.',
  },
  'files.broken_off': {
    sentence: 'Die Datei brach vor ihrem Ende ab; nichts wurde behalten.',
    remedy: 'Noch einmal senden.',
  },
  'files.store_unreachable': {
    sentence: 'Die Dateiablage antwortet nicht.',
    remedy: 'Gleich noch einmal versuchen oder die Administration informieren; nichts wurde geändert.',
  },
  'files.content_missing': {
    sentence: 'Der Inhalt von {name} ist nicht in der Ablage.',
    remedy: 'Die Administration informieren: vielleicht ist er in einer Sicherung.',
  },
} as const satisfies Record<keyof typeof filesRefusals, RefusalSentences>
