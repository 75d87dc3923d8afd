/** What was said about an item: who and what, the first a comment and the others answers to it. */
export type Thread = {
  /** Key of the container, and title of the item. */
  readonly on: readonly [containerKey: string, title: string]
  /** Working days ago. */
  readonly days: number
  readonly said: readonly (readonly [who: string, text: string])[]
}

/** What the people of Harbour Tower had to say. */
export const THREADS: readonly Thread[] = [
  {
    on: ['TWR', 'Crane look-ahead'],
    days: 5,
    said: [
      [
        'luis',
        '@Rosa Marin I have **both cranes twice** next week. Crane 1: core formwork and both trusses for level 14 on the same three days. Crane 2: air handler, façade anchors and the safety screen overlap from Tuesday on. I cannot do both, whatever the bar chart says.',
      ],
      [
        'rosa',
        'Seen. The trusses wait for the decision on level 14 anyway. @Omar Haddad can they move by a week without holding up the formwork?',
      ],
      ['omar', 'By one week yes, by two no: then level 15 has nothing to stand on.'],
      ['amir', 'For crane 2: give me the early mornings and I need three days instead of four.'],
      [
        'ines',
        'A mobile crane for five days is 14,500 €. @Ida Berg we would need your word by the end of the week.',
      ],
    ],
  },
  {
    on: ['TWR', 'Lift steel truss 1 for level 14'],
    days: 4,
    said: [
      ['emre', 'The trusses lie in the yard and block the rebar delivery. When do they go up?'],
      ['rosa', 'As soon as option C is decided. Until then please stack rebar on the east side.'],
    ],
  },
  {
    on: ['TWR', 'Lift façade anchors, levels 8 to 10'],
    days: 3,
    said: [
      [
        'amir',
        'The galvaniser promises the last two pallets for Thursday. If they come on Friday the lift is lost for a week, since crane 2 is raised then. @Luis Ortega',
      ],
      ['luis', 'Thursday before 14:00, then it works.'],
    ],
  },
  {
    on: ['TWR', 'Pour slab, zone A level 8'],
    days: 14,
    said: [
      ['piotr', '158 m³ in 6 h 20, pump stopped at 20:50. Temperature of the concrete 14 to 17 °C.'],
      ['greta', 'Nine cubes taken, three for 7 days. Protocol is attached.'],
    ],
  },
  {
    on: ['TWR', 'Pour slab, zone B level 5'],
    days: 15,
    said: [
      [
        'greta',
        'Two of nine cubes are at 27 N/mm² after 28 days; 30 is asked for. @Omar Haddad I have opened a case for it.',
      ],
      ['omar', 'Nothing to be stored in zone B until the cores are in. @Rosa Marin please close it.'],
      ['rosa', 'Closed, signs are up.'],
    ],
  },
  {
    on: ['TWR', 'Pile tests'],
    days: 90,
    said: [
      ['omar', 'Pile 17 settled 6 mm under 1.5 times the load, 8 allowed. Good.'],
      ['rosa', 'Then we dig on Monday.'],
    ],
  },
  {
    on: ['TWR', 'Dewatering'],
    days: 101,
    said: [
      ['piotr', 'Third pump is running, the pit is dry at −4.2 m. Diesel for nights is not in the budget.'],
      ['ines', 'Take it from the reserve. We lose two days otherwise.'],
    ],
  },
  {
    on: ['TWR', 'Lobby'],
    days: 9,
    said: [
      [
        'lena',
        'The range stays wide until Nord Tenant AG has chosen a layout: see the case *Lobby layout change*.',
      ],
    ],
  },
  {
    on: ['TWR', 'Lifts A and B'],
    days: 6,
    said: [
      [
        'kofi',
        'The supplier wants the shaft protocol eight weeks before the rails. @Hana Sato is level 10 surveyed?',
      ],
      ['hana', 'Up to level 10, yes: B leans 18 mm. Levels 11 to 20 follow the slabs.'],
    ],
  },
  {
    on: ['DSA', 'Decide structural option C'],
    days: 13,
    said: [
      [
        'omar',
        'C is the only one that keeps the ceiling **and** the date. The city’s engineer wants the detail of the anchor before he writes his opinion; he has had it for a week.',
      ],
      ['lena', 'I called twice. He is on leave until Monday, his deputy does not sign.'],
      [
        'rosa',
        'Every week costs me a week of formwork: 18,500 €. @Ida Berg could you call the head of the office?',
      ],
    ],
  },
  {
    on: ['DSA', 'Write the comparison of the three options'],
    days: 19,
    said: [
      ['omar', 'Comparison is attached. A is the cheapest, C the fastest, B nobody likes.'],
      ['ines', '@Theo Dahl please put the cost of six weeks’ delay beside B.'],
      ['theo', 'Done: 111,000 € without the crane.'],
    ],
  },
  {
    on: ['DSB', 'Send two panels to the fire laboratory'],
    days: 6,
    said: [
      ['amir', 'Panels are there. The furnace is booked; they call when somebody cancels.'],
      ['sofia', 'The authority accepts a test of the old joint with the new core. That saves one burn.'],
    ],
  },
  {
    on: ['DSC', 'Have the licence signed by both owners'],
    days: 10,
    said: [
      ['sofia', 'The neighbour would sign; his lawyer wants five million of cover instead of three.'],
      ['theo', 'Our policy covers five. I sent the confirmation of the insurer.'],
      ['sofia', 'Forwarded. Now we wait for him.'],
    ],
  },
  {
    on: ['DSF', 'Have the insurer look at the damage'],
    days: 7,
    said: [
      ['nadia', 'The insurer comes when the list of damaged files is there. Clara has promised it.'],
      ['sven', 'The joint at the lift pit is open: the waterstop was cut, probably for the cable duct.'],
    ],
  },
  {
    on: ['DSH', 'Recalculate the slab with the measured strength'],
    days: 4,
    said: [
      ['omar', 'With 27 N/mm² the slab carries offices, not archives. Cores decide.'],
      ['greta', 'Laboratory says Wednesday.'],
    ],
  },
  {
    on: ['DSI', 'Agree on the evenings with the environment office'],
    days: 2,
    said: [
      [
        'sofia',
        'They offer ten evenings. With the pump stopping at 21:00 that is enough for the last ten levels.',
      ],
      ['piotr', 'Enough if we start at 6:00. @Rosa Marin then the crew needs the early shift.'],
    ],
  },
  {
    on: ['DSG', 'Choose stone and lighting with the tenant'],
    days: 3,
    said: [
      ['lena', 'They took the dark stone. 1.4 t is with the cladding, without the safe.'],
      ['mei', 'Henrik asks for a drawing for his board. Is layout 3 final?'],
      ['lena', 'Final when @Theo Dahl has a price.'],
    ],
  },
  {
    on: ['DSK', 'Look for a lighter build-up'],
    days: 3,
    said: [['tom', 'Lava instead of soil below 40 cm brings it to 9.6 kN/m². The rest is the three trees.']],
  },
  {
    on: ['NORD', 'Acceptance of level 4'],
    days: 3,
    said: [
      [
        'mei',
        '@Clara Voss the four points of your list are done, photos are attached. Would you accept the level?',
      ],
      ['clara', 'I look at it on Thursday together with our IT.'],
    ],
  },
  {
    on: ['NORD', 'Move-in plan, levels 5 to 8'],
    days: 6,
    said: [
      ['clara', 'We can move on three weekends, 60 people each. Level 7 last, please.'],
      ['mei', 'Then we need both lifts from Friday 18:00. @Kofi Mensah is that possible?'],
      ['kofi', 'Yes, goods lift as well. The inspection is on the Monday before.'],
    ],
  },
  {
    on: ['NORD', 'Colours of the lobby'],
    days: 8,
    said: [['henrik', 'The board prefers the warm grey. The green only behind the counter.']],
  },
  {
    on: ['DESK', 'Talk with Theo about a second approver'],
    days: 2,
    said: [
      [
        'jonas',
        'The queue in front of *Approve cost* has grown every month: three processes end at one desk. Up to 2,000 € team leads could approve themselves.',
      ],
      ['theo', 'I can live with 1,000 €. That is still two thirds of all cases.'],
    ],
  },
  {
    on: ['DESK', 'Sign the crane contract extension'],
    days: 1,
    said: [
      [
        'ines',
        'The supplier holds the price until tonight. Twelve more weeks, crane 2 with three more sections.',
      ],
    ],
  },
]

/** What people say in front of a cost that has been waiting for long, the oldest first. */
export const ABOUT_COSTS: readonly Thread['said'][] = [
  [
    ['nadia', '@Theo Dahl this one waits longest; the tenant called again this morning.'],
    ['theo', 'I know. I need a second offer above 2,000 €.'],
    ['nadia', 'Attached. It is 180 € dearer.'],
  ],
  [
    ['mei', 'The tenant has reduced the rent by 5 % until this is repaired.'],
    ['theo', '@Ida Berg this is above my limit.'],
  ],
  [['alma', 'The supplier’s discount of 2 % ends on Friday.']],
]
