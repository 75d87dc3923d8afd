const WORDS: Readonly<Record<string, string>> = {
  area: 'area of interest',
  parentId: 'parent',
  responsibleId: 'responsible person',
  accountableId: 'accountable person',
  requesterId: 'requester',
  teamId: 'team',
  startsOn: 'start date',
  dueOn: 'due date',
  effortMin: 'effort',
  effortLowMin: 'low estimate',
  effortHighMin: 'high estimate',
  costOfDelayMinor: 'cost of delay',
  isMilestone: 'milestone mark',
  labelIds: 'labels',
}

/** What people call a field of an item. */
export function fieldWords(field: string): string {
  return WORDS[field] ?? field
}
