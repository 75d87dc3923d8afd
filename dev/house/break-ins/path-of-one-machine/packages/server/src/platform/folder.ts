export const folder = '/home/miller/data'
