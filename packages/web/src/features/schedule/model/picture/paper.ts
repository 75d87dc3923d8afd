/** Sheets that plans are printed on, lying on their side: what is left of them within margins of 10 mm, at 96 dpi. */
export const PAPERS = {
  a4: { width: 1046, height: 718 },
  a3: { width: 1511, height: 1046 },
} as const
export type Paper = keyof typeof PAPERS

/** Heights of what stands on every page besides rows. */
export const HEAD = { title: 30, axis: 24, phases: 16, legend: 26 } as const
export const ROW_PX = 17

/** How many rows fit on a page below its head. */
export function rowsOnPage(height: number, hasPhases: boolean): number {
  const { title, axis, phases, legend } = HEAD
  return Math.max(1, Math.floor((height - title - axis - legend - (hasPhases ? phases : 0)) / ROW_PX))
}

/** Rows in portions of a page; a plan without rows has one empty page. */
export function pagesOf<Row>(rows: readonly Row[], perPage: number): readonly (readonly Row[])[] {
  const count = Math.max(1, Math.ceil(rows.length / perPage))
  return Array.from({ length: count }, (_, page) => rows.slice(page * perPage, (page + 1) * perPage))
}
