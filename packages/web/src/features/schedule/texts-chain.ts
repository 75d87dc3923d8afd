import { plural } from '../../platform/language/index.ts'
import { words } from '../../platform/language/plan-words.ts'

/** What the critical chain of a plan says. */
export const textsChain = words('features/schedule/texts-chain', {
  title: 'Critical chain',
  failed: 'The critical chain could not be worked out',
  hint: 'The longest way through what waits for what, and through what one person or machine does one after the other. Its reserve lies at its end, not in every item.',
  rule: 'How buffers are sized',
  rules: { 'root-square': 'By ranges', 'cut-and-paste': 'Half of the chain' },
  reading: (planned: string, buffered: string, buffer: string) =>
    `Planned to end ${planned}; with its buffer of ${buffer}, promise ${buffered}.`,
  noBuffer: (planned: string) =>
    `Planned to end ${planned}. Without ranges on its items there is nothing to make a buffer of.`,
  unranged: (count: number, of: number) =>
    `${String(count)} of ${String(of)} items of the chain have no range.`,
  unlevelled: (count: number) =>
    `This plan is not levelled: ${plural('1 person or machine is|{n} people and machines are', count).replace('{n}', String(count))} planned for more at once than there is. What they will do one after the other is not in the chain yet, so it is too short. Level the plan first.`,
  chain: 'The chain',
  feeding: 'Chains that run into it',
  feeder: 'Chain',
  joins: 'Before',
  buffer: 'Buffer',
  room: 'Room now',
  tight: 'less than its buffer',
  fever: 'Fever chart',
  feverReading: (done: string, used: string) =>
    `${done} of the chain is done, ${used} of the buffer is used.`,
  feverUnknown: 'Without a buffer there is no fever to take.',
  zone: {
    green: 'Go on: the buffer lasts.',
    amber: 'Prepare a remedy: the buffer is used faster than the chain goes on.',
    red: 'Act: the buffer will not last.',
  },
  amberFrom: 'Prepare a remedy above',
  redFrom: 'Act above',
  here: 'Here',
})
