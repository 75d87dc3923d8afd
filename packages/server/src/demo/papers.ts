import { MACHINES } from './cast.ts'
import { daysOf, LIFTS } from './cranes.ts'

/** A paper of the story: where it is attached, by whom, how many working days ago, and what it says. */
export type PaperScript = {
  /** Key of the container, and the title of an item in it; null: the container itself. */
  readonly on: readonly [containerKey: string, title: string | null]
  readonly by: string
  readonly days: number
  readonly name: string
  readonly text: string
}

/** The files of Harbour Tower, as its people would have written them. */
export function papersOf(today: Date): readonly PaperScript[] {
  return [...SITE, cranePlan(today), ...CASES, ...OPERATIONS, ...CLIENT]
}

const table = (...rows: readonly (readonly (string | number)[])[]): string =>
  `${rows.map((row) => row.join(';')).join('\n')}\n`

const lines = (...text: readonly string[]): string => `${text.join('\n')}\n`

/** The bookings of both cranes in the coming weeks: the same days stand there twice. */
function cranePlan(today: Date): PaperScript {
  const rows = LIFTS.map((lift) => {
    const { startsOn, dueOn } = daysOf(lift, today)
    const crane = MACHINES.find(({ id }) => id === lift.crane)?.name ?? lift.crane
    return [crane, startsOn, dueOn, lift.title, lift.tonnes]
  })
  return {
    on: ['TWR', 'Crane look-ahead'],
    by: 'luis',
    days: 5,
    name: 'Crane bookings.csv',
    text: table(
      ['crane', 'from', 'to', 'lift', 'tonnes'],
      ...rows.toSorted((a, b) => (a.join() < b.join() ? -1 : 1)),
    ),
  }
}

const SITE: readonly PaperScript[] = [
  {
    on: ['TWR', null],
    by: 'rosa',
    days: 125,
    name: 'Site layout.svg',
    text: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 420 260" font-family="sans-serif" font-size="11">
  <rect width="420" height="260" fill="#f4f1ea"/>
  <rect x="130" y="70" width="160" height="110" fill="#d9d2c3" stroke="#5b5346"/>
  <text x="178" y="130">Tower A</text>
  <g fill="none" stroke="#b5472f" stroke-dasharray="5 4">
    <circle cx="120" cy="80" r="75"/><circle cx="300" cy="170" r="75"/>
  </g>
  <text x="64" y="24">Tower crane 1, 45 m</text><text x="288" y="256">Tower crane 2, 45 m</text>
  <rect x="8" y="205" width="90" height="45" fill="#cfd9d2" stroke="#5b5346"/><text x="20" y="232">Site offices</text>
  <path d="M0 190H420" stroke="#8a8a8a" stroke-width="10"/><text x="330" y="186">Quay Street</text>
</svg>
`,
  },
  {
    on: ['TWR', null],
    by: 'greta',
    days: 120,
    name: 'Safety plan.md',
    text: lines(
      '# Safety plan, Tower A',
      '',
      '1. Nobody stands under a load. Riggers wear yellow, signallers orange.',
      '2. No lift above 45 km/h of wind, no façade panel above 30.',
      '3. Edges are closed before formwork is struck.',
      '4. Whoever sees a danger stops the work, whatever it costs.',
      '',
      'First aid: site offices and levels 4 and 8. Meeting point: gate on Quay Street.',
    ),
  },
  {
    on: ['TWR', 'Pour slab, zone A level 8'],
    by: 'greta',
    days: 14,
    name: 'Pour protocol level 8 A.md',
    text: lines(
      '# Pour protocol, level 8, zone A',
      '',
      '| hour | m³ | slump, mm | °C |',
      '|---|---|---|---|',
      '| 14:30 | 0 | 180 | 17 |',
      '| 16:00 | 41 | 175 | 17 |',
      '| 18:00 | 96 | 170 | 15 |',
      '| 20:50 | 158 | 170 | 14 |',
      '',
      'Cubes 8A-1 to 8A-9. Curing with mats for five days. Signed: G. Lind, P. Nowak',
    ),
  },
  {
    on: ['TWR', 'Pile tests'],
    by: 'omar',
    days: 90,
    name: 'Pile 17 load test.csv',
    text: table(
      ['load in kN', 'settlement in mm'],
      [0, 0],
      [600, 0.9],
      [1200, 2.1],
      [1800, 3.8],
      [2400, 6],
      [0, 1.2],
    ),
  },
]

const CASES: readonly PaperScript[] = [
  {
    on: ['DSA', 'Decide structural option C'],
    by: 'omar',
    days: 13,
    name: 'Options A, B and C.md',
    text: lines(
      '# Transfer of level 14: three options',
      '',
      '| | A: deeper beam | B: steel truss | C: post-tensioned beam |',
      '|---|---|---|---|',
      '| ceiling height lost | 12 cm | 0 | 2 cm |',
      '| weeks later | 1 | 6 | 0 |',
      '| cost | 310,000 € | 445,000 € | 410,000 € |',
      '| open question | tenant | crane 1 | anchor detail, city |',
      '',
      'Recommended: **C**, as soon as the city’s engineer agrees to the anchor.',
    ),
  },
  {
    on: ['DSA', 'Write the comparison of the three options'],
    by: 'theo',
    days: 18,
    name: 'Cost of six weeks.csv',
    text: table(
      ['item', 'per week in EUR', 'weeks', 'total in EUR'],
      ['Formwork on hire', 9500, 6, 57000],
      ['Site offices and staff', 7200, 6, 43200],
      ['Hoist', 1800, 6, 10800],
    ),
  },
  {
    on: ['DSA', null],
    by: 'tom',
    days: 22,
    name: 'Option C, section.svg',
    text: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 160" font-family="sans-serif" font-size="11">
  <rect width="400" height="160" fill="#fff"/>
  <rect x="30" y="50" width="340" height="46" fill="#e3e3e3" stroke="#444"/>
  <path d="M30 60C130 100 270 100 370 60" fill="none" stroke="#b5472f" stroke-width="2"/>
  <rect x="40" y="96" width="18" height="50" fill="#ccc" stroke="#444"/><rect x="342" y="96" width="18" height="50" fill="#ccc" stroke="#444"/>
  <text x="150" y="42">Beam 60 × 140, axis C</text><text x="150" y="112">tendon 12 × 0.6&quot;</text>
</svg>
`,
  },
  {
    on: ['DSB', null],
    by: 'amir',
    days: 20,
    name: 'Where F2 panels hang.csv',
    text: table(
      ['level', 'side', 'panels', 'hung'],
      [2, 'north', 24, 'no'],
      [3, 'north', 24, 'no'],
      [2, 'west', 16, 'no'],
    ),
  },
  {
    on: ['DSC', 'Have the licence signed by both owners'],
    by: 'sofia',
    days: 11,
    name: 'Licence to oversail, draft 4.txt',
    text: lines(
      'LICENCE TO OVERSAIL, draft 4',
      '',
      '1. The owner of Quay Street 12 allows the jib of tower crane 2 to swing over the plot.',
      '2. No load is carried over the yard while people are in it.',
      '3. Fee: 120 EUR for each day with lifting.',
      '4. Insurance: five million EUR for each event. [to be confirmed by counsel]',
    ),
  },
  {
    on: ['DSI', null],
    by: 'greta',
    days: 25,
    name: 'Noise at three windows.csv',
    text: table(
      ['window', 'hour', 'dB(A)'],
      ['Quay Street 9, 2nd floor', '19:30', 58],
      ['Quay Street 9, 2nd floor', '21:10', 52],
      ['Quay Street 14, 3rd floor', '21:20', 49],
      ['Mole 3, ground floor', '21:40', 44],
    ),
  },
  {
    on: ['DSF', 'Have the insurer look at the damage'],
    by: 'sven',
    days: 6,
    name: 'Lift pit, what we found.md',
    text: lines(
      '# Lift pit, joint on the west side',
      '',
      '- Waterstop cut over 30 cm beside the cable duct.',
      '- Injection hose is dry: never filled.',
      '- Water stands 4 cm after rain, pump runs twice an hour.',
      '',
      'Proposal: inject from inside, two days, archive stays closed.',
    ),
  },
]

const OPERATIONS: readonly PaperScript[] = [
  {
    on: ['TEN', null],
    by: 'theo',
    days: 128,
    name: 'Rule for approving costs.md',
    text: lines(
      '# Who approves what',
      '',
      '- every cost of a tenant request, an invoice or an incident: head of finance',
      '- above 10,000 €: the owner as well',
      '- above 2,000 €: two offers',
      '',
      'Valid until the board decides otherwise.',
    ),
  },
  {
    on: ['LFT', null],
    by: 'kofi',
    days: 100,
    name: 'Monthly lift check.md',
    text: lines(
      '# Monthly check',
      '',
      '- [ ] doors and edges',
      '- [ ] emergency call',
      '- [ ] brake and buffer',
      '- [ ] pit dry',
      '- [ ] log signed',
    ),
  },
  {
    on: ['INV', null],
    by: 'alma',
    days: 60,
    name: 'Discounts we lose.csv',
    text: table(
      ['supplier', 'discount', 'days', 'lost last quarter in EUR'],
      ['Concrete', '2 %', 10, 4120],
      ['Scaffold', '3 %', 8, 1980],
      ['Glass', '2 %', 14, 2650],
    ),
  },
]

const CLIENT: readonly PaperScript[] = [
  {
    on: ['NORD', 'Move-in plan, levels 5 to 8'],
    by: 'mei',
    days: 6,
    name: 'Move-in plan.csv',
    text: table(
      ['weekend', 'level', 'people', 'lifts'],
      [1, 5, 58, 'A and goods'],
      [2, 6, 61, 'A and goods'],
      [2, 8, 40, 'B'],
      [3, 7, 63, 'A, B and goods'],
    ),
  },
  {
    on: ['NORD', 'Acceptance of level 4'],
    by: 'mei',
    days: 4,
    name: 'Open points of level 4.md',
    text: lines(
      '# Level 4, open points',
      '',
      '- [x] door 4.12 sticks',
      '- [x] socket in the server room',
      '- [x] stain on the carpet, bay 3',
      '- [x] label of the sprinkler valve',
    ),
  },
  {
    on: ['DESK', 'Sign the crane contract extension'],
    by: 'ines',
    days: 2,
    name: 'Crane contract, extension.txt',
    text: lines(
      'EXTENSION OF THE CRANE CONTRACT',
      '',
      'Tower cranes 1 and 2 stay for twelve more weeks at 7,900 EUR a week.',
      'Tower crane 2 is raised by three sections: 6,200 EUR.',
      'The offer is binding until midnight today.',
    ),
  },
]
