/** A day of eight hours, a week of five and a month of twenty days, as most programs count. */
export const USUAL_UNITS = { minutesPerDay: 480, minutesPerWeek: 2_400, daysPerMonth: 20 } as const
