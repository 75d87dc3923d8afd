import { words } from '../../platform/language/index.ts'

/** What a template opens: containers with a few items each, in the order they are to be done. */
export type TemplateContainer = {
  readonly kind: 'project' | 'process' | 'case' | 'list'
  readonly key: string
  readonly name: string
  readonly subject?: string
  readonly wishedEndState?: string
  readonly items: readonly string[]
}

export type Template = {
  readonly id: string
  readonly name: string
  readonly containers: readonly TemplateContainer[]
}

/** Ways to begin. The first opens nothing. */
export const TEMPLATES = words<readonly Template[]>('features/identity/texts-templates', [
  { id: 'empty', name: 'Nothing: an empty organisation', containers: [] },
  {
    id: 'construction',
    name: 'Construction: a building, permits, defects',
    containers: [
      {
        kind: 'project',
        key: 'BLD',
        name: 'New building',
        items: [
          'Survey the site',
          'Foundation',
          'Structure level by level',
          'Envelope',
          'Fit-out',
          'Hand over',
        ],
      },
      {
        kind: 'case',
        key: 'PRM',
        name: 'Building permit',
        subject: 'Building authority',
        wishedEndState: 'The permit is granted and may no longer be contested',
        items: ['Gather the drawings', 'Fire protection report', 'Submit the application'],
      },
      { kind: 'process', key: 'DEF', name: 'Defects', items: ['Water stain in the stairwell'] },
    ],
  },
  {
    id: 'agency',
    name: 'Agency: client work and requests',
    containers: [
      {
        kind: 'project',
        key: 'LCH',
        name: 'Client launch',
        items: ['Kick-off', 'Concept', 'Design', 'Production', 'Launch day'],
      },
      {
        kind: 'process',
        key: 'REQ',
        name: 'Client requests',
        items: ['Change the opening hours on the site'],
      },
      { kind: 'list', key: 'OPS', name: 'Office', items: ['Renew the domain'] },
    ],
  },
  {
    id: 'clinic',
    name: 'Clinic: patients as cases, equipment checks',
    containers: [
      {
        kind: 'process',
        key: 'CHK',
        name: 'Equipment checks',
        items: ['Check the defibrillators on ward 2'],
      },
      {
        kind: 'case',
        key: 'PAT',
        name: 'Discharge of a patient',
        subject: 'A patient',
        wishedEndState: 'The patient is cared for at home',
        items: ['Talk to the family', 'Order aids', 'Write the letter'],
      },
    ],
  },
  {
    id: 'legal',
    name: 'Law office: matters and deadlines',
    containers: [
      {
        kind: 'case',
        key: 'MAT',
        name: 'Contract dispute',
        subject: 'Client against supplier',
        wishedEndState: 'A settlement is signed or a judgment is final',
        items: ['Read the contract', 'Write to the other side', 'Prepare the claim'],
      },
      { kind: 'process', key: 'CON', name: 'Contract review', items: ['Review the lease'] },
    ],
  },
  {
    id: 'facility',
    name: 'Facility: requests, rounds, repairs',
    containers: [
      { kind: 'process', key: 'TEN', name: 'Tenant requests', items: ['Heating on floor 3 stays cold'] },
      { kind: 'process', key: 'MNT', name: 'Planned maintenance', items: ['Lift inspection'] },
      { kind: 'list', key: 'SPR', name: 'Spare parts', items: ['Order filters'] },
    ],
  },
  {
    id: 'software',
    name: 'Software: a product, bugs, operations',
    containers: [
      {
        kind: 'project',
        key: 'REL',
        name: 'Next release',
        items: ['Agree on scope', 'Build', 'Test', 'Release'],
      },
      { kind: 'process', key: 'BUG', name: 'Bugs', items: ['Login fails with a long name'] },
      { kind: 'list', key: 'IDE', name: 'Ideas', items: ['Dark mode'] },
    ],
  },
])
