/** A type of artifact of the story: its states in their order, each with what has to be true. */
export type ArtifactScript = {
  readonly key: string
  readonly name: string
  readonly kind?: 'alpha'
  readonly areas: readonly string[]
  readonly states: readonly (readonly [name: string, ...checkpoints: string[]])[]
}

/** What Harbour Tower makes. Nobody makes the last two: gaps for whoever looks at the table. */
export const ARTIFACTS: readonly ArtifactScript[] = [
  {
    ...{ key: 'grid', name: 'Grid lines', areas: ['2.2'] },
    states: [['Set out', 'Both diagonals agree within 5 mm', 'Marks are sprayed and numbered']],
  },
  {
    ...{ key: 'formwork', name: 'Formwork', areas: ['2.2'] },
    states: [['Raised', 'Props are plumb', 'Level is checked at four corners']],
  },
  {
    ...{ key: 'rebar', name: 'Reinforcement', areas: ['2.2'] },
    states: [['Placed', 'Cover is at least 30 mm', 'The structural engineer has seen it']],
  },
  {
    ...{ key: 'slab', name: 'Slab', areas: ['2.2'] },
    states: [
      ['Poured', 'Temperature is written down', 'Test cubes are taken'],
      ['Accepted', 'Strength after 28 days is reached', 'The inspector has signed'],
    ],
  },
  {
    ...{ key: 'facade', name: 'Façade bay', areas: ['2.2'] },
    states: [
      ['Hung', 'Bolts are torqued'],
      ['Tight', 'The water test is passed'],
    ],
  },
  {
    ...{ key: 'decision', name: 'Design decision', kind: 'alpha', areas: ['2.2'] },
    states: [
      ['Options known', 'At least two options have a price'],
      ['Decided', 'The decider has signed'],
    ],
  },
  {
    ...{ key: 'permit', name: 'Permit', areas: ['1.3'] },
    states: [
      ['Applied for', 'The city has confirmed receipt'],
      ['Granted', 'Conditions are passed on'],
    ],
  },
  {
    ...{ key: 'request', name: 'Tenant request', areas: ['1.3', '2.3'] },
    states: [
      ['Understood', 'The tenant agrees with the description'],
      ['Approved', 'The budget holds it'],
      ['Done', 'The tenant has confirmed it'],
    ],
  },
  {
    ...{ key: 'order', name: 'Work order', areas: ['2.3'] },
    states: [['Planned', 'A day and a person are named']],
  },
  {
    ...{ key: 'invoice', name: 'Invoice', areas: ['3.3'] },
    states: [['Paid', 'It was checked against the order', 'It is booked']],
  },
  {
    ...{ key: 'plant', name: 'Building equipment', areas: ['2.2', '2.3'] },
    states: [
      ['Inspected', 'The log is signed'],
      ['Maintained', 'It runs without alarm'],
    ],
  },
  {
    ...{ key: 'safety', name: 'Safety report', areas: ['3.3'] },
    states: [['Written', 'The cause is named', 'The measure has an owner']],
  },
  {
    ...{ key: 'method', name: 'Practice', kind: 'alpha', areas: ['3.2'] },
    states: [
      ['Described', 'A role and a result are named'],
      ['In use', 'A team works by it'],
    ],
  },
  {
    ...{ key: 'usage', name: 'Usage concept', areas: ['1.2'] },
    states: [['Agreed', 'The tenants have seen it']],
  },
  {
    ...{ key: 'manual', name: 'Operating manual', areas: ['1.2', '2.2'] },
    states: [['Handed over', 'Operations have signed for it']],
  },
]

/** A practice of the story. States are named `artifact.number`. */
export type PracticeScript = {
  readonly name: string
  readonly discipline: string
  readonly tools: readonly string[]
  readonly areas: readonly string[]
  readonly stages: readonly string[]
  readonly role: string
  readonly qualification?: string
  readonly begins?: readonly string[]
  readonly makes: readonly string[]
  readonly after?: readonly string[]
  readonly body: string
  readonly checklist: readonly string[]
  /** Minutes of effort for one unit: at least, usually, at most. */
  readonly norm?: readonly [unit: string, low: number, likely: number, high: number]
  readonly isDraft?: boolean
}

const CREATION = { areas: ['2.2'], stages: ['Creation'] }
const RUNNING = { areas: ['2.3'], stages: ['Operation'] }

/** How Harbour Tower works. Root cause analysis, rounds and access control are done, and nobody has described them. */
export const PRACTICES: readonly PracticeScript[] = [
  {
    ...{ ...CREATION, name: 'Setting out', discipline: 'Surveying', tools: ['Total station'] },
    ...{ role: 'Surveyor', qualification: 'Surveying', makes: ['grid.0'] },
    body: 'Transfer the grid from the fixed points to the level that is built next. Measure **both diagonals** of every bay.',
    checklist: ['Fixed points are checked', 'Diagonals are measured', 'Marks are photographed'],
    norm: ['level', 240, 480, 720],
  },
  {
    ...{ ...CREATION, name: 'Formwork', discipline: 'Carpentry', tools: ['Panel system', 'Tower crane'] },
    ...{ role: 'Formwork carpenter', qualification: 'Formwork', begins: ['grid.0'], makes: ['formwork.0'] },
    ...{ after: ['Setting out'], norm: ['bay', 480, 960, 1440] },
    body: 'Raise the panels from the corner, prop them, then level. The crane lifts; nobody stands under a panel.',
    checklist: ['Props are plumb', 'Edges are tight', 'Release oil is applied'],
  },
  {
    ...{ ...CREATION, name: 'Reinforcement', discipline: 'Structural engineering', tools: ['Tower crane'] },
    ...{ role: 'Rebar fixer', qualification: 'Rebar', begins: ['formwork.0'], makes: ['rebar.0'] },
    ...{ after: ['Formwork'], norm: ['bay', 480, 960, 1440] },
    body: 'Place the lower layer, spacers, then the upper layer as the drawing shows. Call the inspector before closing.',
    checklist: ['Spacers every metre', 'Laps as drawn', 'Openings are framed'],
  },
  {
    ...{ ...CREATION, name: 'Concreting', discipline: 'Concrete technology', tools: ['Concrete pump'] },
    ...{ role: 'Foreman, concrete', qualification: 'Concrete', begins: ['rebar.0'], makes: ['slab.0'] },
    ...{ after: ['Reinforcement'], norm: ['slab', 240, 480, 600] },
    body: 'Pour in lanes from the far end. Above 30 °C or below 5 °C the mix changes: ask the plant first.',
    checklist: ['Pump is booked', 'Test cubes are taken', 'Curing is set up'],
  },
  {
    ...{ name: 'Inspection', discipline: 'Quality assurance', tools: ['Rebound hammer'], areas: ['2.2'] },
    ...{ stages: ['Creation', 'Operation'], role: 'Quality inspector', qualification: 'Inspection' },
    ...{ begins: ['slab.0', 'facade.0'], makes: ['slab.1', 'facade.1'], after: ['Concreting'] },
    body: 'Strip, look, measure, sign. What is not as drawn goes back with a photograph.',
    checklist: ['Drawing is the latest', 'Deviations are photographed', 'The log is signed'],
    norm: ['piece', 60, 240, 480],
  },
  {
    ...{
      ...CREATION,
      name: 'Façade',
      discipline: 'Façade engineering',
      tools: ['Tower crane', 'Torque wrench'],
    },
    ...{ role: 'Façade foreman', qualification: 'Façade', makes: ['facade.0'], after: ['Inspection'] },
    body: 'Mount the brackets, hang the panels from top to bottom, torque the bolts. Not above wind force 5.',
    checklist: ['Wind is below force 5', 'Bolts are torqued', 'Gaskets are whole'],
  },
  {
    ...{ ...CREATION, name: 'Lifting', discipline: 'Crane operation', tools: ['Tower crane'] },
    ...{ role: 'Crane operator', qualification: 'Crane', makes: ['facade.0'] },
    body: 'Plan the lift, brief the slinger, keep the radius free.',
    checklist: ['Load chart is checked', 'Radius is free', 'Radio works'],
  },
  {
    ...{ name: 'Design decision', discipline: 'Architecture', tools: ['Model'], areas: ['2.2', '2.1'] },
    ...{
      stages: ['Ideation', 'Modelling'],
      role: 'Lead architect',
      begins: ['decision.0'],
      makes: ['decision.1'],
    },
    body: 'Bring at least two options with price, time and risk. One person decides; the others are heard before.',
    checklist: ['Two options are priced', 'Whoever is concerned was heard', 'The reason is written down'],
  },
  {
    ...{ name: 'Permit practice', discipline: 'Building law', tools: ['City portal'], areas: ['1.3'] },
    ...{ stages: ['Modelling'], role: 'Permit coordinator', makes: ['permit.0', 'permit.1'] },
    body: 'Ask the office before you file. File complete, answer within three days, keep every letter.',
    checklist: ['Drawings are stamped', 'Fees are paid', 'Neighbours are informed'],
  },
  {
    ...{ name: 'Tenant desk', discipline: 'Service', tools: ['Telephone', 'Portal'], areas: ['1.3'] },
    ...{ stages: ['Operation'], role: 'Tenant desk', makes: ['request.0', 'request.2'] },
    body: 'Say back what you understood. Promise a day only when the work order has one.',
    checklist: ['The tenant agrees with the description', 'Access is arranged'],
    norm: ['request', 10, 20, 60],
  },
  {
    ...{ ...RUNNING, name: 'Cost approval', discipline: 'Controlling', tools: ['Budget table'] },
    ...{ role: 'Head of finance', begins: ['request.0'], makes: ['request.1'], after: ['Tenant desk'] },
    body: 'Below the limit of the table approve at once. Above it ask for a second offer.',
    checklist: ['The budget line is named', 'The offer is attached'],
    norm: ['request', 15, 30, 120],
  },
  {
    ...{ ...RUNNING, name: 'Work planning', discipline: 'Operations management', tools: ['Load strip'] },
    ...{ role: 'Operations manager', begins: ['request.1'], makes: ['order.0'], after: ['Cost approval'] },
    body: 'Look at the load of the week first, then name a day and a person.',
    checklist: ['Nobody is over-booked', 'Parts are there'],
  },
  {
    ...{ ...RUNNING, name: 'Repair', discipline: 'Building services', tools: ['Tool cart'] },
    ...{ role: 'Technician', qualification: 'Building services', begins: ['order.0'], makes: ['request.2'] },
    ...{ after: ['Work planning'], norm: ['request', 30, 120, 480] },
    body: 'Make it safe, find the cause, mend it, try it with the tenant.',
    checklist: ['Power is off', 'The cause is written down', 'The tenant has seen it work'],
  },
  {
    ...{ ...RUNNING, name: 'Lift inspection', discipline: 'Lift technology', tools: ['Inspection log'] },
    ...{ role: 'Technician, lifts', qualification: 'Lifts', makes: ['plant.0'] },
    body: 'Take the lift out of service, inspect by the log, sign it, put it back.',
    checklist: ['Sign at every door', 'Emergency call is tried', 'The log is signed'],
  },
  {
    ...{ ...RUNNING, name: 'Maintenance', discipline: 'Building services', tools: ['Filter set'] },
    ...{ role: 'Technician, climate', begins: ['plant.0'], makes: ['plant.1'], after: ['Lift inspection'] },
    body: 'Prepare parts the day before. Service by the maker’s plan. Note what will not last until next time.',
    checklist: ['Parts are prepared', 'Filters are changed', 'Readings are noted'],
  },
  {
    ...{ name: 'Accounts payable', discipline: 'Accounting', tools: ['Ledger'], areas: ['3.3'] },
    ...{ stages: ['Operation'], role: 'Accountant', makes: ['invoice.0'] },
    body: 'Check the invoice against the order, book it, pay it within the discount.',
    checklist: ['Order number is there', 'Tax is right'],
    norm: ['invoice', 5, 15, 45],
  },
  {
    ...{ name: 'Safety', discipline: 'Occupational safety', tools: ['Report form'], areas: ['3.3'] },
    ...{ stages: ['Creation', 'Operation'], role: 'Site manager', makes: ['safety.0'] },
    body: 'Make the place safe. Write within a day what happened, why, and what is changed.',
    checklist: ['The place is safe', 'The cause is named', 'The measure has an owner'],
  },
  {
    ...{ name: 'Practice management', discipline: 'Methodology', tools: ['Millrace'], areas: ['3.2'] },
    ...{ stages: ['Operation'], role: 'Method manager', makes: ['method.0', 'method.1'] },
    body: 'Describe the practice with those who do it, try it in one team, establish it, look again every half year.',
    checklist: ['Whoever does it has written along', 'A team has tried it'],
  },
  {
    ...{
      name: 'Site visit',
      discipline: 'Building services',
      tools: [],
      areas: ['2.3'],
      stages: ['Operation'],
    },
    ...{ role: 'Technician', makes: ['request.0'], isDraft: true },
    body: 'Go and see before anything is ordered.',
    checklist: [],
  },
]
