import type { MyWorkSection } from '@millrace/core/work'
import { words } from '../../platform/language/index.ts'

/** What a person's own list says. */
export const textsMyWork = words('features/work/texts-my-work', {
  title: 'My work',
  failed: 'Your work could not be loaded',
  section: {
    doNow: 'Do now',
    next: 'Next',
    waitingFor: 'Waiting for',
    later: 'Later',
  } satisfies Record<MyWorkSection, string>,
  about: (effort: string) => `about ${effort}`,
  pullOrder: 'costliest wait per hour of work first',
  whyTitle: 'Why it stands here',
  note: {
    overdue: (days: number) => `${String(days)} d late`,
    othersWait: (span: string) => `asked of you ${span} ago`,
    lines: (count: number, day: string | null) => {
      const lines = count === 1 ? '1 line for you' : `${String(count)} lines for you`
      return day === null ? lines : `${lines}, due ${day}`
    },
    perWeek: (amount: string) => `${amount} a week`,
  },
  reason: {
    inProgress: (span: string) => `You have begun it: in progress for ${span}.`,
    overdue: (days: number) =>
      days === 1 ? 'It was due yesterday.' : `It was due ${String(days)} days ago.`,
    dueToday: 'It is due today.',
    urgent: 'It is marked urgent.',
    othersWaitForYou: (span: string) => `Somebody has been waiting for you for ${span}.`,
    linesForYou: (count: number, day: string | null) => {
      const lines = count === 1 ? 'A line' : `${String(count)} lines`
      const are = count === 1 ? 'is' : 'are'
      const due = count === 1 ? 'due on' : 'the first due on'
      return `${lines} of its checklists ${are} yours${day === null ? '' : `, ${due} ${day}`}.`
    },
    delayPerHour: (amount: string) => `Waiting costs ${amount} a week for every hour it takes to do.`,
    priority: (name: string) => `Its priority is ${name.toLowerCase()}.`,
    due: (days: number) => (days === 1 ? 'It is due tomorrow.' : `It is due in ${String(days)} days.`),
    inOrder: 'Nothing presses: it stands in the manual order.',
    waiting: (span: string) => `It has been waiting for ${span}.`,
    blocked: (span: string) => `It has been blocked for ${span}.`,
    notReady: 'It is not ready to be started yet.',
  },
  rule: 'Ready work is pulled by cost of delay divided by effort; without a cost of delay by priority, due date and manual order.',
  emptyTitle: 'Nothing asks for you',
  emptySentence:
    'Work you are responsible for comes together here, whatever project, process or case it belongs to.',
  allItems: 'Look at all items',
})
