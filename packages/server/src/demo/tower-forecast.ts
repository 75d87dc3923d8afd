import type { Stage } from './stage.ts'
import type { Tower } from './tower-story.ts'
import { at, workDayBefore } from './virtual-clock.ts'

const DAY_MIN = 480
/** What a step of the site takes at best and at worst, beside what is expected. */
const AT_BEST = 0.85
const AT_WORST = 1.6

/** What may happen to the tower; `delays` tells which of the open tasks it delays, none: the end. */
const RISKS = [
  {
    title: 'Wind stops the cranes',
    probability: 0.45,
    days: [2, 8],
    cost: [1_200_000, 4_800_000],
    delays: (key: string) => /^(structure-(17|18|19|20)|envelope-([1-6]))-A-[12]$/.test(key),
  },
  {
    title: 'Frost: slabs cannot be poured',
    probability: 0.3,
    days: [3, 10],
    cost: [800_000, 3_000_000],
    delays: (key: string) => /^structure-(12|13|14|15)-[AB]-3$/.test(key),
  },
  {
    title: 'Façade panels arrive late',
    probability: 0.25,
    days: [10, 25],
    cost: [2_500_000, 9_000_000],
    delays: (key: string) => key === 'envelope-1-A-1',
  },
  {
    title: 'The lift inspector finds defects',
    probability: 0.2,
    days: [5, 15],
    cost: [600_000, 2_000_000],
    delays: () => false,
  },
] as const

/** What open work may take at best and at worst, and what may happen to it. */
export async function estimateTower(stage: Stage, tower: Tower, today: Date): Promise<void> {
  const { containerId, idOf } = tower
  const now = at(today, -10)
  const open = tower.tasks.filter(({ key, days }) => days !== null && days > 0 && !tower.done.has(key))
  await stage.act(now, 'ines', [
    ...open.map(({ key, effortMin }) => ({
      name: 'work.changeItem',
      input: {
        id: idOf.get(key),
        patch: {
          effortLowMin: Math.round((effortMin ?? 0) * AT_BEST),
          effortHighMin: Math.round((effortMin ?? 0) * AT_WORST),
        },
      },
    })),
    ...RISKS.map(({ title, probability, days, cost, delays }) => ({
      name: 'schedule.saveRisk',
      input: {
        ...{ id: stage.newId(now), containerId, title, probability },
        ...{ delayLowMin: days[0] * DAY_MIN, delayHighMin: days[1] * DAY_MIN },
        ...{ costLowMinor: cost[0], costHighMinor: cost[1] },
        itemIds: open.filter(({ key }) => delays(key)).map(({ key }) => idOf.get(key)),
      },
    })),
  ])
}

/** Has the forecast of everything that is planned by now worked out. */
export async function askWhenFinished(stage: Stage, containerId: string, today: Date): Promise<void> {
  await stage.act(at(workDayBefore(today, 1), 17), 'ines', [
    { name: 'schedule.startForecast', input: { containerId } },
  ])
}
