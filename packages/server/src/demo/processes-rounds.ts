import { onFloors, type ProcessScript, type StepScript } from './process-script.ts'

const round = (name: string, workers: readonly string[], perDay: number): StepScript => ({
  name,
  team: 'operations',
  workers,
  perDay,
  expectedHours: 30,
  effortMin: 120,
  practice: 'Rounds',
})

/** What comes round again and again, by regulation. */
export const ROUNDS: readonly ProcessScript[] = [
  {
    key: 'LFT',
    name: 'Planned maintenance: lifts',
    description: 'The monthly inspection that the regulation for lifts asks for.',
    owner: 'kofi',
    arrivals: 0.25,
    promisedDays: 5,
    flow: [
      'start -> Announce to tenants -> Inspect and service -> Fit for use?',
      'Fit for use? -> Take out of service : not(fit) | No',
      'Fit for use? -> Sign the log | Yes',
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
      'Within limits? -> Service : not(within) | No',
      'Within limits? -> end | Yes',
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
      'Clean enough? -> Clean : not(clean) | No',
      'Clean enough? -> end | Yes',
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
]
