/** Sheets that plans are printed on, lying on their side: what is left of them within margins of 10 mm, at 96 dpi. */
export const PAPERS = {
  a4: { width: 1046, height: 718 },
  a3: { width: 1511, height: 1046 },
} as const
export type Paper = keyof typeof PAPERS
export type PaperSize = { readonly width: number; readonly height: number }

/** How large something is drawn: so that it can be read, on as many pages as it takes; or fitted to a page. */
export type Spread = 'read' | 'fit'

/** A page among others. */
export type Sheet = PaperSize & { readonly page: number; readonly pages: number }

/** Heights of what stands on every page besides rows. */
export const HEAD = { title: 30, axis: 24, phases: 16, gates: 16 } as const
export const ROW_PX = 17

/** How many rows fit on a page beside what else stands on it. */
export function rowsOnPage(height: number, besides: number): number {
  return Math.max(1, Math.floor((height - besides) / ROW_PX))
}

/** Rows in portions of a page; a plan without rows has one empty page. */
export function pagesOf<Row>(rows: readonly Row[], perPage: number): readonly (readonly Row[])[] {
  const count = Math.max(1, Math.ceil(rows.length / perPage))
  return Array.from({ length: count }, (_, page) => rows.slice(page * perPage, (page + 1) * perPage))
}

/** What is on each page, with how many there are. */
export function numbered<Part>(parts: readonly Part[], size: PaperSize): readonly (Part & Sheet)[] {
  const { width, height } = size
  return parts.map((part, index) => ({ ...part, width, height, page: index + 1, pages: parts.length }))
}
