/** What is done before the first pile. */
export const ENABLING = [
  'Fence and gate',
  'Site offices',
  'Power and water',
  'Clear the plot',
  'Utility diversion',
  'Survey control points',
  'Base of tower crane 1',
  'Base of tower crane 2',
  'Erect tower crane 1',
  'Erect tower crane 2',
  'Access road',
  'Neighbour condition survey',
]

/** From the pit to the starter bars of the core. */
export const FOUNDATION = [
  'Excavate to −4 m',
  'Dewatering',
  'Sheet piles north',
  'Sheet piles south',
  'Bored piles 1 to 20',
  'Bored piles 21 to 40',
  'Pile tests',
  'Excavate to −7 m',
  'Blinding',
  'Pile caps',
  'Raft rebar west',
  'Raft rebar east',
  'Raft pour west',
  'Raft pour east',
  'Core starter bars',
  'Waterproofing',
]

/** Packages of the fit-out, planned when their phase is next. */
export const FITOUT = [
  'Partitions',
  'Raised floors',
  'Ceilings',
  'Electrical first fix',
  'Electrical second fix',
  'Ventilation',
  'Sprinklers',
  'Sanitary',
  'Lifts A and B',
  'Goods lift',
  'Doors',
  'Painting',
  'Lobby',
  'Kitchen level 3',
  'Data network',
  'Signage',
  'Furniture',
  'Landscaping',
]

/** Packages of the handover. */
export const COMMISSIONING = [
  'Power on',
  'Air balancing',
  'Fire alarm test',
  'Lift acceptance',
  'Integrated systems test',
  'Snagging',
  'Handover files',
  'Training of operators',
  'Authority acceptance',
  'Handover',
]
