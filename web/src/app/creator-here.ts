/** The creator that an address names: `/@maya`, `/@maya/media`, `/token/maya`. */
export const creatorIn = (path: string): string | null => /^\/(?:@|token\/)([A-Za-z0-9_]+)/.exec(path.replace('%40', '@'))?.[1] ?? null

/** The post that an address names. */
export const postIn = (path: string): string | null => /^\/post\/([0-9a-f-]{36})$/.exec(path)?.[1] ?? null
