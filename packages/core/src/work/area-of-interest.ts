/** The nine areas of interest: row (system) dot column (role), as in the 3x3 table. */
export const AREAS_OF_INTEREST = ['1.1', '1.2', '1.3', '2.1', '2.2', '2.3', '3.1', '3.2', '3.3'] as const

/**
 * One cell of the 3x3 table. Rows: supersystem, system of interest, creation systems. Columns:
 * entrepreneur, engineer, manager. `2.3` is operations management.
 */
export type AreaOfInterest = (typeof AREAS_OF_INTEREST)[number]
