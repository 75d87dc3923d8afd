import { words } from '../../platform/language/plan-words.ts'

/** What work says that anybody with a skill may do, as long as nobody has been chosen for it. */
export const textsOpenWork = words('features/schedule/texts-open-work', {
  anybody: (skill: string) => `Anybody who can: ${skill}`,
  bySkill: 'Anybody with a skill',
  short: (skill: string) => `${skill} (open)`,
  nobodyYet: 'Nobody has been chosen yet. Levelling chooses somebody, or you do.',
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
  giveTo: 'Give it to',
  given: (name: string) => `Gave the work to ${name}`,
})
