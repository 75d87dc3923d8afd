/** In the suite of betsy, tasks that throw say so by their script. */
export const THROWS = 'THROW_ERROR'
