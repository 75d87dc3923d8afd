import { words } from '../../platform/language/plan-words.ts'

/** What is said about dates that are kept as they came, or follow from the plan. */
export const textsDates = words('features/schedule/texts-dates', {
  label: 'Dates',
  ways: {
    schedule: 'Follow from links and durations',
    keep: 'Are kept as they are',
  },
  hint: 'Kept dates move only by hand; links and durations move nothing.',
  kept: 'Kept the dates',
  choice:
    'Keep the dates as they are, or let them follow from links and durations: this is what would move. Both can be taken back.',
})
