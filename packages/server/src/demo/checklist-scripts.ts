/** A checklist as somebody of the story writes it. */
export type ChecklistScript = {
  /** Key of the container, and title of the item. */
  readonly on: readonly [containerKey: string, title: string]
  readonly by: string
  /** Working days ago. */
  readonly days: number
  readonly name: string
  readonly lines: readonly {
    readonly text: string
    readonly who?: string
    /** Due so many days from today. */
    readonly dueIn?: number
    readonly isDone?: true
  }[]
}

/** The small steps of Harbour Tower. */
export const CHECKLISTS: readonly ChecklistScript[] = [
  {
    on: ['TWR', 'Lift steel truss 1 for level 14'],
    by: 'luis',
    days: 3,
    name: 'Before the lift',
    lines: [
      { text: 'Lifting plan signed by the engineer', who: 'omar', isDone: true },
      { text: 'Load test of the lifting points', who: 'greta', isDone: true },
      { text: 'Wind forecast below 9 m/s for the whole morning', who: 'luis', dueIn: 3 },
      { text: 'Exclusion zone fenced and signed', who: 'piotr', dueIn: 3 },
      { text: 'Radio check with both banksmen', who: 'luis' },
      { text: 'Truss 1 numbered and turned the right way round', who: 'emre', isDone: true },
      { text: 'Bolts and wrenches on level 14', who: 'emre', dueIn: 2 },
    ],
  },
  {
    on: ['TWR', 'Lift steel truss 1 for level 14'],
    by: 'greta',
    days: 2,
    name: 'After the lift',
    lines: [
      { text: 'Survey the bearing points', who: 'hana' },
      { text: 'Photographs of all connections', who: 'greta' },
      { text: 'Release level 14 for formwork', who: 'omar' },
    ],
  },
  {
    on: ['TWR', 'Lift façade anchors, levels 8 to 10'],
    by: 'amir',
    days: 3,
    name: 'Delivery',
    lines: [
      { text: 'Pallets 1 to 4 counted', who: 'amir', isDone: true },
      { text: 'Certificates of galvanising filed', who: 'greta', isDone: true },
      { text: 'Last two pallets, Thursday before 14:00', who: 'amir', dueIn: 2 },
      { text: 'Anchors for level 8 laid out along the edge', who: 'amir' },
    ],
  },
  {
    on: ['TWR', 'Crane look-ahead'],
    by: 'ines',
    days: 4,
    name: 'Until the cranes are free of conflicts',
    lines: [
      { text: 'List all lifts of the next four weeks', who: 'luis', isDone: true },
      { text: 'Ask what may move by a week', who: 'rosa', isDone: true },
      { text: 'Offer for a mobile crane', who: 'theo', isDone: true },
      { text: 'Approve the mobile crane, or not', who: 'owner', dueIn: 1 },
      { text: 'Send the new bookings to all foremen', who: 'luis', dueIn: 4 },
    ],
  },
  {
    on: ['NORD', 'Move-in plan, levels 5 to 8'],
    by: 'mei',
    days: 6,
    name: 'Per level',
    lines: [
      { text: 'Seating plan from the tenant', isDone: true },
      { text: 'Network points tested', isDone: true },
      { text: 'Access cards printed' },
      { text: 'Lifts reserved for the weekend', who: 'kofi', dueIn: 6 },
      { text: 'Fire marshals named' },
      { text: 'Cleaning after the movers', who: 'lucia', dueIn: 9 },
    ],
  },
  {
    on: ['DESK', 'Prepare the board meeting'],
    by: 'owner',
    days: 2,
    name: 'Papers',
    lines: [
      { text: 'Costs until the end of last month', who: 'theo', isDone: true },
      { text: 'Where the tower stands, one page', who: 'ines', dueIn: 3 },
      { text: 'Open claims and their range', who: 'alma', dueIn: 4 },
      { text: 'Invitation and agenda', who: 'owner', isDone: true },
      { text: 'Room, coffee, and a screen that works' },
    ],
  },
  {
    on: ['DSA', 'Write the comparison of the three options'],
    by: 'lena',
    days: 8,
    name: 'What each option needs',
    lines: [
      { text: 'Weight and crane hours', who: 'omar', isDone: true },
      { text: 'Cost within ten percent', who: 'tom', isDone: true },
      { text: 'What the authority will ask', who: 'sofia', isDone: true },
      { text: 'A picture that a tenant understands', who: 'tom' },
    ],
  },
]
