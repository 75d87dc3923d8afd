/** What an item says. */
export const texts = { title: 'Title' }
