export const boxes = 3
