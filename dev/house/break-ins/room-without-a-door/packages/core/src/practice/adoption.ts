export const adopted = true
