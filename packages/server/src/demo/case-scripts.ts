/** A case of the story: what it is about, how far it has come, and what is done in each stage. */
export type CaseScript = {
  readonly key: string
  readonly name: string
  readonly subject: string
  readonly wishedEndState: string
  readonly lead: string
  /** Weeks before today when it was opened. */
  readonly openedWeeksAgo: number
  /** Index of the stage it is in now; all earlier ones are completed. */
  readonly stage: number
  readonly label: string | null
}

/** The stages of every design and permit case. */
export const STAGES = ['Intake', 'Assessment', 'Preparation', 'Decision', 'Notice'] as const

/** What is done in each stage; the last of a stage may be done or left. */
export const STAGE_WORK: readonly (readonly {
  readonly title: string
  readonly worker: string
  readonly isDiscretionary?: boolean
  readonly isRequired?: boolean
}[])[] = [
  [
    { title: 'Take down the request', worker: 'sofia', isRequired: true },
    { title: 'Name the lead and the wished end state', worker: 'lena' },
  ],
  [
    { title: 'Collect drawings and reports', worker: 'tom', isRequired: true },
    { title: 'Check against the code', worker: 'omar', isRequired: true },
    { title: 'Visit the place', worker: 'omar', isDiscretionary: true },
  ],
  [
    { title: 'Draft the submission', worker: 'tom', isRequired: true },
    { title: 'Review the draft', worker: 'lena' },
    { title: 'Ask an outside expert', worker: 'lena', isDiscretionary: true },
  ],
  [
    { title: 'Decide', worker: 'lena', isRequired: true },
    { title: 'Answer questions of the authority', worker: 'sofia', isDiscretionary: true },
  ],
  [{ title: 'Give notice to all concerned', worker: 'sofia', isRequired: true }],
]

/** Twelve open cases; in the first the decision has been stuck for weeks. */
export const CASES: readonly CaseScript[] = [
  {
    key: 'DSA',
    name: 'Structural option for level 14',
    subject: 'Transfer beam, level 14',
    wishedEndState: 'One option is approved and drawn.',
    lead: 'lena',
    openedWeeksAgo: 9,
    stage: 3,
    label: 'Structure',
  },
  {
    key: 'DSB',
    name: 'Façade fire certificate',
    subject: 'Façade panel type F2',
    wishedEndState: 'The certificate is accepted by the city.',
    lead: 'sofia',
    openedWeeksAgo: 7,
    stage: 2,
    label: 'Façade',
  },
  {
    key: 'DSC',
    name: 'Crane over the neighbour’s plot',
    subject: 'Neighbour, Quay Street 12',
    wishedEndState: 'The licence to oversail is signed.',
    lead: 'sofia',
    openedWeeksAgo: 12,
    stage: 3,
    label: 'City',
  },
  {
    key: 'DSD',
    name: 'Road closure for the façade lifts',
    subject: 'City road office',
    wishedEndState: 'The closure is permitted for the dates we need.',
    lead: 'sofia',
    openedWeeksAgo: 4,
    stage: 1,
    label: 'City',
  },
  {
    key: 'DSE',
    name: 'Heritage wall in the yard',
    subject: 'Brick wall, north yard',
    wishedEndState: 'The monument office agrees to how it is kept.',
    lead: 'lena',
    openedWeeksAgo: 10,
    stage: 2,
    label: 'City',
  },
  {
    key: 'DSF',
    name: 'Water in the basement',
    subject: 'Nord Tenant AG',
    wishedEndState: 'The claim is settled and the cause removed.',
    lead: 'nadia',
    openedWeeksAgo: 6,
    stage: 1,
    label: 'Tenant waits',
  },
  {
    key: 'DSG',
    name: 'Lobby layout change',
    subject: 'Nord Tenant AG',
    wishedEndState: 'The tenant has accepted a layout.',
    lead: 'lena',
    openedWeeksAgo: 5,
    stage: 2,
    label: 'Tenant waits',
  },
  {
    key: 'DSH',
    name: 'Concrete strength, level 6',
    subject: 'Slab of level 6, zone B',
    wishedEndState: 'The slab is accepted or strengthened.',
    lead: 'omar',
    openedWeeksAgo: 3,
    stage: 1,
    label: 'Structure',
  },
  {
    key: 'DSI',
    name: 'Noise limit at night',
    subject: 'Residents of Quay Street',
    wishedEndState: 'Working hours are agreed with the city.',
    lead: 'sofia',
    openedWeeksAgo: 8,
    stage: 3,
    label: 'City',
  },
  {
    key: 'DSJ',
    name: 'Lift shaft tolerance',
    subject: 'Lift supplier',
    wishedEndState: 'The supplier has confirmed the shaft.',
    lead: 'omar',
    openedWeeksAgo: 2,
    stage: 0,
    label: 'Structure',
  },
  {
    key: 'DSK',
    name: 'Roof garden load',
    subject: 'Roof garden',
    wishedEndState: 'Load and build-up are fixed.',
    lead: 'omar',
    openedWeeksAgo: 3,
    stage: 1,
    label: 'Structure',
  },
  {
    key: 'DSL',
    name: 'Signage permit',
    subject: 'City planning office',
    wishedEndState: 'The sign may be put up.',
    lead: 'sofia',
    openedWeeksAgo: 1,
    stage: 0,
    label: 'City',
  },
]
