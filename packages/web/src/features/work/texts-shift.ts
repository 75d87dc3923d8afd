import type { PlannedDatesView } from '@millrace/contract'
import { words } from '../../platform/language/index.ts'

/** What is said about moving planned bars on a time line. */
export const textsShift = words('features/work/texts-shift', {
  moved: (key: string) => `${key} moved in its plan`,
  fixed: {
    summary: 'It spans what is below it. Move that.',
    done: 'It is done: what has happened does not move.',
    undated: 'Its plan gives it no dates yet.',
    hammock: 'It lasts as long as what it is linked to. Move that.',
    kept: 'The plan of its project keeps its dates. Have them calculated there first.',
  } satisfies Record<NonNullable<PlannedDatesView['fixed']>, string>,
  noRight: 'You may look at the plan of its project, but not change it.',
  nothing: 'It cannot be moved there: work that has begun keeps its start.',
  failed: 'Its plan could not be asked. Try again.',
})
