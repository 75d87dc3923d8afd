/** Was Millrace ablehnt, auf Deutsch. */
export const refusalsDe = {}
