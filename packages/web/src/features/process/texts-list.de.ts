import type { Translated } from '../../platform/language/index.ts'
import type { listTexts } from './texts-list.ts'

export const german = {
  label: 'Prozesse',
  column: {
    name: 'Name',
    owner: 'Verantwortlich',
    running: 'Laufend',
    stuck: 'Steckt fest',
    late: 'Zu spät',
    changed: 'Modell geändert',
  },
  late: 'Aufgaben, deren Tag vorbei ist',
  notPublished: 'noch nicht veröffentlicht',
  startOf: (name) => `Durchlauf starten: ${name}`,
} satisfies Translated<typeof listTexts>
