// The words after the `?`, read by whoever owns the route: what is not known is as if it were not there.

export const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value.slice(0, 200) : undefined)

export const oneOf = <T extends string>(value: unknown, all: readonly T[]): T | undefined => all.find((one) => one === value)

/** Without the words that say nothing. */
export const defined = <T extends object>(search: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: NonNullable<T[K]> }
