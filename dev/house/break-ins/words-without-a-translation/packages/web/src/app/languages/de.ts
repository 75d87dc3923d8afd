/** Everything in German. */
export const catalogue = {}
