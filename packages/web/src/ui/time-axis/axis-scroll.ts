type Area = Pick<HTMLElement, 'scrollLeft' | 'scrollWidth' | 'clientWidth'>

/**
 * How far the part of a time axis in sight lies from its beginning, in pixels. The axis runs from left to
 * right in every script, while a page that is written from right to left counts its scrolling from the right.
 */
export function axisLeft(area: Area, isFromRight: boolean): number {
  return isFromRight ? area.scrollWidth - area.clientWidth + area.scrollLeft : area.scrollLeft
}

/** The scroll position that brings a place of the axis to the edge at which it begins. */
export function scrollFor(area: Area, left: number, isFromRight: boolean): number {
  return isFromRight ? left - (area.scrollWidth - area.clientWidth) : left
}

/** Whether lines begin at the right here. */
export function isFromRight(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl'
}

/** What of a time axis an element shows. */
export function seenOf(area: HTMLElement): { readonly left: number; readonly width: number } {
  return { left: axisLeft(area, isFromRight(area)), width: area.clientWidth }
}

/** Scrolls an element to a place of the time axis in it. */
export function scrollAxisTo(area: HTMLElement, left: number, behavior: ScrollBehavior = 'auto'): void {
  area.scrollTo({ left: scrollFor(area, left, isFromRight(area)), behavior })
}
