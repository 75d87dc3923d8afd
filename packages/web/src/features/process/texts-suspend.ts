import { words } from '../../platform/language/index.ts'

/** What is said of instances and versions that are suspended. */
export const textsSuspend = words('features/process/texts-suspend', {
  suspended: 'suspended',
  filter: 'Suspended',
  none: 'Nothing is suspended. A suspended instance stands still until somebody resumes it.',
  suspend: 'Suspend…',
  resume: 'Resume…',
  suspendTitle: 'Suspend the instance',
  resumeTitle: 'Resume the instance',
  suspendedBy: (who: string, when: string) => `Suspended by ${who}, ${when}`,
  somebody: 'Millrace',
  doneSuspend: (title: string) => `Suspended ${title}`,
  doneResume: (title: string) => `Resumed ${title}`,
  what: 'Nothing goes on here: items of it cannot be completed, timers wait. What comes meanwhile is kept, and told when it is resumed.',
  version: {
    suspend: 'Stop new starts…',
    resume: 'Allow starts…',
    suspendTitle: (number: number) => `Stop new starts by version ${String(number)}`,
    resumeTitle: (number: number) => `Allow starts by version ${String(number)}`,
    suspendWhat:
      'No instance begins by this version, neither by hand nor by a message, a timer, a schedule or another process. Those that run go on.',
    resumeWhat: 'Instances begin by this version again, also by messages that were kept for it.',
    mark: 'no new starts',
    doneSuspend: (number: number) => `Stopped new starts by version ${String(number)}`,
    doneResume: (number: number) => `Allowed starts by version ${String(number)}`,
  },
})
