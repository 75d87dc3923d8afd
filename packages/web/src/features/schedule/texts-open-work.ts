import { words } from '../../platform/language/plan-words.ts'

/** What work says that anybody with a skill may do, as long as nobody has been chosen for it. */
export const textsOpenWork = words('features/schedule/texts-open-work', {
  anybody: (skill: string) => `Anybody who can: ${skill}`,
  bySkill: 'Anybody with a skill',
  short: (skill: string) => `Open: ${skill}`,
  nobodyYet: 'Nobody has been chosen yet: levelling chooses somebody, or you do. Until then it has no cost.',
  nobodyCan: (skill: string) =>
    `Nobody here has the skill “${skill}”: give it to somebody, or take this off.`,
  why: 'Why',
  because: {
    only: 'Nobody else can do it',
    busy: (others: number) =>
      others === 1 ? 'The other one who can has no room then' : 'The others who can have no room then',
    free: (free: number, others: number) =>
      others === 1
        ? 'Has room then; so has the other one who can'
        : `Has room then; so ${free === 1 ? 'has' : 'have'} ${String(free)} of the ${String(others)} others who can`,
  },
  nobodyHas: (skill: string, items: string) => `Nobody has the skill “${skill}”: ${items} stays open.`,
  givenAlready: (skill: string) => `Given to those who can already: ${skill}`,
  now: (count: number) =>
    count === 1
      ? 'It is time for 1 item, and nobody has been chosen for it'
      : `It is time for ${String(count)} items, and nobody has been chosen for them`,
  more: (count: number) => `and ${String(count)} more`,
  missing: (skills: string) => `Work waits for skills that nobody here has: ${skills}.`,
  uncosted: (count: number) =>
    count === 1
      ? 'without 1 part that nobody has been chosen for'
      : `without ${String(count)} parts that nobody has been chosen for`,
  giveTo: 'Give it to',
  given: (name: string) => `Gave the work to ${name}`,
})
