// TODO: think of something.
export const later = true
