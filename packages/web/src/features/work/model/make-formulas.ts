/** A file of its own: what works formulas out is fetched only where there are formulas. */
export { createFieldFormulas as makeFormulas } from '@millrace/core/work'
