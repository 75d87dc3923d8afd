export const title = 'Tower'
