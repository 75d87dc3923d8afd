import type { Translated } from '../../platform/language/index.ts'
import type { TEMPLATES } from './texts-templates.ts'

/** Womit sich beginnen lässt. Die erste Vorlage legt nichts an. */
export const german = [
  { id: 'empty', name: 'Nichts: eine leere Organisation', containers: [] },
  {
    id: 'construction',
    name: 'Bau: ein Gebäude, Genehmigungen, Mängel',
    containers: [
      {
        kind: 'project',
        key: 'BAU',
        name: 'Neubau',
        items: [
          'Gelände vermessen',
          'Gründung',
          'Rohbau Geschoss für Geschoss',
          'Hülle',
          'Ausbau',
          'Übergabe',
        ],
      },
      {
        kind: 'case',
        key: 'GEN',
        name: 'Baugenehmigung',
        subject: 'Bauamt',
        wishedEndState: 'Die Genehmigung ist erteilt und bestandskräftig',
        items: ['Pläne zusammenstellen', 'Brandschutzgutachten', 'Antrag einreichen'],
      },
      { kind: 'process', key: 'MNG', name: 'Mängel', items: ['Wasserfleck im Treppenhaus'] },
    ],
  },
  {
    id: 'agency',
    name: 'Agentur: Kundenprojekte und Anfragen',
    containers: [
      {
        kind: 'project',
        key: 'STA',
        name: 'Start beim Kunden',
        items: ['Auftakt', 'Konzept', 'Entwurf', 'Umsetzung', 'Starttag'],
      },
      {
        kind: 'process',
        key: 'ANF',
        name: 'Kundenanfragen',
        items: ['Öffnungszeiten auf der Website ändern'],
      },
      { kind: 'list', key: 'BUE', name: 'Büro', items: ['Domain verlängern'] },
    ],
  },
  {
    id: 'clinic',
    name: 'Klinik: Patienten als Fälle, Geräteprüfungen',
    containers: [
      {
        kind: 'process',
        key: 'PRF',
        name: 'Geräteprüfungen',
        items: ['Defibrillatoren auf Station 2 prüfen'],
      },
      {
        kind: 'case',
        key: 'PAT',
        name: 'Entlassung',
        subject: 'Eine Patientin',
        wishedEndState: 'Die Versorgung zu Hause ist gesichert',
        items: ['Mit der Familie sprechen', 'Hilfsmittel bestellen', 'Arztbrief schreiben'],
      },
    ],
  },
  {
    id: 'legal',
    name: 'Kanzlei: Mandate und Fristen',
    containers: [
      {
        kind: 'case',
        key: 'MAN',
        name: 'Vertragsstreit',
        subject: 'Mandantin gegen Lieferant',
        wishedEndState: 'Ein Vergleich ist unterschrieben oder ein Urteil rechtskräftig',
        items: ['Vertrag lesen', 'Gegenseite anschreiben', 'Klage vorbereiten'],
      },
      { kind: 'process', key: 'VER', name: 'Vertragsprüfung', items: ['Mietvertrag prüfen'] },
    ],
  },
  {
    id: 'facility',
    name: 'Gebäudebetrieb: Anfragen, Rundgänge, Reparaturen',
    containers: [
      { kind: 'process', key: 'MIE', name: 'Mieteranfragen', items: ['Heizung im 3. Stock bleibt kalt'] },
      { kind: 'process', key: 'WAR', name: 'Geplante Wartung', items: ['Aufzugsprüfung'] },
      { kind: 'list', key: 'ERS', name: 'Ersatzteile', items: ['Filter bestellen'] },
    ],
  },
  {
    id: 'software',
    name: 'Software: ein Produkt, Fehler, Betrieb',
    containers: [
      {
        kind: 'project',
        key: 'REL',
        name: 'Nächste Version',
        items: ['Umfang abstimmen', 'Bauen', 'Testen', 'Veröffentlichen'],
      },
      { kind: 'process', key: 'FEH', name: 'Fehler', items: ['Anmeldung scheitert bei langem Namen'] },
      { kind: 'list', key: 'IDE', name: 'Ideen', items: ['Dunkle Darstellung'] },
    ],
  },
] satisfies Translated<typeof TEMPLATES>
