import type { Translated } from '../../platform/language/index.ts'
import type { textsAreas } from './texts-areas.ts'

/** Wie die neun Interessensbereiche heißen. */
export const german = {
  area: {
    '1.1': 'Markt und Kunden',
    '1.2': 'Nutzung und Anforderungen',
    '1.3': 'Beziehungen nach außen',
    '2.1': 'Idee und Nutzen',
    '2.2': 'Entwurf und Herstellung',
    '2.3': 'Ablauf der Arbeit',
    '3.1': 'Geschäft und Finanzierung',
    '3.2': 'Methoden und Werkzeuge',
    '3.3': 'Personal und Verwaltung',
  },
  row: ['Umfeld', 'Die Sache selbst', 'Die sie machen'],
  columnOf: ['Unternehmer', 'Ingenieur', 'Manager'],
  named: (id, name) => `${id} ${name}`,
} satisfies Translated<typeof textsAreas>
