/** As many colours as a palette holds before neighbours look alike. */
const COLOURS = 12

/** The colour of somebody who chose none: spread over the palette, and the same wherever it is asked. */
export function usualColour(personId: string): number {
  return Number.parseInt(personId.slice(-6), 16) % COLOURS
}
