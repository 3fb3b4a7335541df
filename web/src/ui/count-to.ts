/** 1 … n, to draw a thing n times. */
export const countTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1)
