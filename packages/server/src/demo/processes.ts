import type { TeamKey } from './cast.ts'

/** A step of a process of the story: who does it, how many a day they manage, how long it may take. */
export type StepScript = {
  readonly name: string
  readonly team: TeamKey
  readonly workers: readonly string[]
  /** What all workers together finish in a day, on average. */
  readonly perDay: number
  readonly expectedHours: number
  readonly effortMin: number
  readonly practice: string
  /** What comes of it, by chance: the instance goes its way by that. */
  readonly says?: (random: () => number) => Readonly<Record<string, boolean | number>>
}

export type ProcessScript = {
  readonly key: string
  readonly name: string
  readonly description: string
  readonly owner: string
  /** Instances started in a working day, on average. */
  readonly arrivals: number
  /** In how many working days an instance is to be over. */
  readonly promisedDays: number
  readonly subjects: readonly string[]
  readonly steps: readonly StepScript[]
  /** How they follow each other, as `processModel` reads it. */
  readonly flow: readonly string[]
}

const FLOORS = Array.from({ length: 18 }, (_, index) => `level ${index + 2}`)
const onFloors = (what: string): readonly string[] => FLOORS.map((floor) => `${what}, ${floor}`)

/**
 * The head of finance approves costs for three processes, and manages fewer than arrive: the
 * bottleneck of the story.
 */
const APPROVE: StepScript = {
  name: 'Approve cost',
  team: 'finance',
  workers: ['theo'],
  perDay: 0.97,
  says: (random) => ({ approved: random() < 0.94 }),
  expectedHours: 48,
  effortMin: 30,
  practice: 'Cost approval',
}

const round = (name: string, workers: readonly string[], perDay: number): StepScript => ({
  name,
  team: 'operations',
  workers,
  perDay,
  expectedHours: 30,
  effortMin: 120,
  practice: 'Rounds',
})

export const PROCESSES: readonly ProcessScript[] = [
  {
    key: 'TEN',
    name: 'Tenant request',
    description: 'From a tenant’s wish or complaint to their confirmation that it is settled.',
    owner: 'mei',
    arrivals: 1.25,
    promisedDays: 15,
    flow: [
      'start -> Receive -> Check -> Costs much?',
      'Costs much? -> Approve cost : cost > 250',
      'Costs much? -> Schedule',
      'Approve cost -> Approved?',
      'Approved? -> Schedule : approved',
      'Approved? -> end Declined',
      'Schedule -> Do the work -> Confirm with tenant -> Settled?',
      'Settled? -> Do the work : not(settled)',
      'Settled? -> end',
    ],
    subjects: [
      ...onFloors('Heating too weak'),
      ...onFloors('Door lock jams'),
      ...onFloors('Light flickers'),
      'Lift repair',
      'Meeting room partition',
    ],
    steps: [
      {
        name: 'Receive',
        team: 'tenants',
        workers: ['mei', 'david'],
        perDay: 4,
        expectedHours: 8,
        effortMin: 15,
        practice: 'Tenant desk',
      },
      {
        name: 'Check',
        team: 'operations',
        workers: ['sven', 'marta'],
        perDay: 3,
        expectedHours: 30,
        effortMin: 45,
        practice: 'Site visit',
        says: (random) => ({
          cost: Math.round(random() < 0.82 ? 260 + 4000 * random() ** 3 : 250 * random()),
        }),
      },
      APPROVE,
      {
        name: 'Schedule',
        team: 'operations',
        workers: ['nadia'],
        perDay: 4,
        expectedHours: 30,
        effortMin: 20,
        practice: 'Work planning',
      },
      {
        name: 'Do the work',
        team: 'operations',
        workers: ['kofi', 'marta', 'sven'],
        perDay: 3,
        expectedHours: 72,
        effortMin: 180,
        practice: 'Repair',
      },
      {
        name: 'Confirm with tenant',
        team: 'tenants',
        workers: ['david'],
        perDay: 4,
        expectedHours: 24,
        effortMin: 15,
        practice: 'Tenant desk',
        says: (random) => ({ settled: random() < 0.95 }),
      },
    ],
  },
  {
    key: 'INV',
    name: 'Supplier invoice',
    description: 'From the invoice’s arrival to its payment.',
    owner: 'alma',
    arrivals: 0.42,
    promisedDays: 14,
    flow: [
      'start -> Register -> Compare with order -> Matches?',
      'Matches? -> Clarify with supplier : not(same)',
      'Clarify with supplier -> Compare with order',
      'Matches? -> Approve cost -> Approved?',
      'Approved? -> Pay : approved',
      'Approved? -> end Declined',
      'Pay -> end',
    ],
    subjects: [
      'Concrete delivery',
      'Scaffold rent',
      'Lift parts',
      'Cleaning supplies',
      'Crane inspection',
      'Glass panels',
    ],
    steps: [
      {
        name: 'Register',
        team: 'finance',
        workers: ['alma'],
        perDay: 4,
        expectedHours: 24,
        effortMin: 15,
        practice: 'Accounts payable',
      },
      {
        name: 'Compare with order',
        team: 'finance',
        workers: ['alma'],
        perDay: 3,
        expectedHours: 30,
        effortMin: 30,
        practice: 'Accounts payable',
        says: (random) => ({ same: random() < 0.88 }),
      },
      {
        name: 'Clarify with supplier',
        team: 'finance',
        workers: ['alma'],
        perDay: 2,
        expectedHours: 72,
        effortMin: 40,
        practice: 'Accounts payable',
      },
      { ...APPROVE, perDay: 0.35 },
      {
        name: 'Pay',
        team: 'finance',
        workers: ['alma'],
        perDay: 3,
        expectedHours: 48,
        effortMin: 10,
        practice: 'Accounts payable',
      },
    ],
  },
  {
    key: 'LFT',
    name: 'Planned maintenance: lifts',
    description: 'The monthly inspection that the regulation for lifts asks for.',
    owner: 'kofi',
    arrivals: 0.25,
    promisedDays: 5,
    flow: [
      'start -> Announce to tenants -> Inspect and service -> Fit for use?',
      'Fit for use? -> Take out of service : not(fit)',
      'Fit for use? -> Sign the log',
      'Take out of service -> Sign the log -> end',
    ],
    subjects: ['Lift A', 'Lift B', 'Lift C', 'Goods lift'],
    steps: [
      round('Announce to tenants', ['david'], 2),
      {
        ...round('Inspect and service', ['kofi'], 1),
        effortMin: 240,
        practice: 'Lift inspection',
        says: (random) => ({ fit: random() < 0.9 }),
      },
      { ...round('Take out of service', ['kofi'], 1), effortMin: 60, practice: 'Lift inspection' },
      { ...round('Sign the log', ['nadia'], 2), effortMin: 15, practice: 'Lift inspection' },
    ],
  },
  {
    key: 'CLI',
    name: 'Planned maintenance: climate',
    description: 'Filters, pumps and valves by the manufacturer’s plan.',
    owner: 'marta',
    arrivals: 0.25,
    promisedDays: 5,
    flow: [
      'start -> Prepare parts -> Service -> Measure and record -> Within limits?',
      'Within limits? -> Service : not(within)',
      'Within limits? -> end',
    ],
    subjects: onFloors('Climate unit'),
    steps: [
      { ...round('Prepare parts', ['marta'], 2), effortMin: 60, practice: 'Maintenance' },
      { ...round('Service', ['marta'], 1), effortMin: 180, practice: 'Maintenance' },
      {
        ...round('Measure and record', ['marta'], 2),
        effortMin: 30,
        practice: 'Maintenance',
        says: (random) => ({ within: random() < 0.93 }),
      },
    ],
  },
  {
    key: 'CLN',
    name: 'Cleaning round',
    description: 'The round through lobby, stairs and shared floors.',
    owner: 'lucia',
    arrivals: 0.9,
    promisedDays: 2,
    flow: [
      'start -> Clean -> Sample check -> Clean enough?',
      'Clean enough? -> Clean : not(clean)',
      'Clean enough? -> end',
    ],
    subjects: ['Lobby and stairs', 'Levels 2 to 7', 'Levels 8 to 13', 'Levels 14 to 19', 'Car park'],
    steps: [
      round('Clean', ['lucia', 'sven'], 3),
      {
        ...round('Sample check', ['nadia'], 3),
        effortMin: 20,
        says: (random) => ({ clean: random() < 0.94 }),
      },
    ],
  },
  {
    key: 'WST',
    name: 'Waste removal',
    description: 'Collect, weigh, hand over to the carrier.',
    owner: 'sven',
    arrivals: 0.4,
    promisedDays: 3,
    flow: ['start -> Collect and weigh -> Hand over -> end'],
    subjects: ['Residual waste', 'Paper', 'Construction waste', 'Glass'],
    steps: [round('Collect and weigh', ['sven'], 2), { ...round('Hand over', ['sven'], 2), effortMin: 20 }],
  },
  {
    key: 'KEY',
    name: 'Keys and access',
    description: 'Keys and cards handed out and taken back.',
    owner: 'david',
    arrivals: 0.35,
    promisedDays: 4,
    flow: [
      'start -> Check the right -> Allowed?',
      'Allowed? -> Hand over : allowed',
      'Allowed? -> end Refused',
      'Hand over -> end',
    ],
    subjects: ['New employee of Nord Tenant AG', 'Card lost', 'Contractor for two weeks', 'Moving out'],
    steps: [
      {
        name: 'Check the right',
        team: 'tenants',
        workers: ['david'],
        perDay: 3,
        expectedHours: 16,
        effortMin: 15,
        practice: 'Access control',
        says: (random) => ({ allowed: random() < 0.93 }),
      },
      {
        name: 'Hand over',
        team: 'operations',
        workers: ['sven'],
        perDay: 3,
        expectedHours: 24,
        effortMin: 15,
        practice: 'Access control',
      },
    ],
  },
  {
    key: 'INC',
    name: 'Incident on site',
    description: 'From the report to the measure that keeps it from happening again.',
    owner: 'rosa',
    arrivals: 0.18,
    promisedDays: 15,
    flow: [
      'start -> Secure and report -> + both',
      '+ both -> Find the cause -> + again',
      '+ both -> Inform the authority -> + again',
      '+ again -> Approve cost -> Approved?',
      'Approved? -> Put measures in place : approved',
      'Approved? -> end Declined',
      'Put measures in place -> end',
    ],
    subjects: [
      'Near miss at the hoist',
      'Scaffold board loose',
      'Water in the pit',
      'Delivery blocked the road',
    ],
    steps: [
      {
        name: 'Secure and report',
        team: 'site',
        workers: ['rosa'],
        perDay: 2,
        expectedHours: 8,
        effortMin: 60,
        practice: 'Safety',
      },
      {
        name: 'Find the cause',
        team: 'site',
        workers: ['greta'],
        perDay: 1,
        expectedHours: 72,
        effortMin: 180,
        practice: 'Root cause analysis',
      },
      {
        name: 'Inform the authority',
        team: 'site',
        workers: ['rosa'],
        perDay: 1,
        expectedHours: 24,
        effortMin: 30,
        practice: 'Safety',
      },
      { ...APPROVE, perDay: 0.15, says: () => ({ approved: true }) },
      {
        name: 'Put measures in place',
        team: 'site',
        workers: ['rosa', 'piotr'],
        perDay: 1,
        expectedHours: 120,
        effortMin: 240,
        practice: 'Safety',
      },
    ],
  },
]
