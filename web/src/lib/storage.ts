type Area = 'localStorage' | 'sessionStorage'
export type Kept = { read: () => string | null; write: (text: string | null) => void }

/** What a browser refuses to store lives as long as the page. */
const instead = new Map<string, string>()

/**
 * A text that this browser keeps, for all its tabs or for one. Storage may be forbidden, full or emptied at any moment: that
 * costs what it stored and nothing else, so neither `read` nor `write` ever throws. On the server there is nothing.
 */
export function kept(key: string, area: Area = 'localStorage'): Kept {
  return {
    read: () => {
      try {
        return instead.get(key) ?? window[area].getItem(key)
      } catch {
        return null
      }
    },
    write: (text) => {
      instead.delete(key)
      try {
        if (text === null) window[area].removeItem(key)
        else window[area].setItem(key, text)
      } catch {
        if (text !== null) instead.set(key, text)
      }
    },
  }
}

/** The same for JSON; what cannot be read is `null`, whoever wrote it. */
export function keptJson<T>(key: string, area: Area = 'localStorage'): { read: () => T | null; write: (value: T | null) => void } {
  const text = kept(key, area)
  return {
    read: () => {
      try {
        return JSON.parse(text.read() ?? 'null') as T | null
      } catch {
        return null
      }
    },
    write: (value) => text.write(value === null ? null : JSON.stringify(value)),
  }
}

const nobody = 'nobody'
const prefixOf = (account: string): string => `of:${account}:`
let owner = nobody
/** The key of what belongs to the person whose page this is: another who signs in here does not find it. */
export const personalKey = (key: string): string => `${prefixOf(owner)}${key}`

/** Whose personal texts are read and written from now on. What a visitor began is taken along by whom they turn out to be. */
export function keepFor(account: string | null): void {
  const before = owner
  owner = account ?? nobody
  if (before === nobody && account)
    eachPersonal(nobody, (key, area) => adopt(kept(key, area), kept(personalKey(key.slice(prefixOf(nobody).length)), area)))
}

function adopt(theirs: Kept, own: Kept): void {
  if (own.read() === null) own.write(theirs.read())
  theirs.write(null)
}

/** Answers what makes everything personal of the one who is here now go away, in every tab. */
export function forgetter(): () => void {
  const leaving = owner
  return () => eachPersonal(leaving, (key, area) => kept(key, area).write(null))
}

function eachPersonal(account: string, act: (key: string, area: Area) => void): void {
  for (const area of ['localStorage', 'sessionStorage'] as const)
    for (const key of keysOf(area)) if (key.startsWith(prefixOf(account))) act(key, area)
}

function keysOf(area: Area): string[] {
  try {
    return [...Object.keys(window[area]), ...instead.keys()]
  } catch {
    return [...instead.keys()]
  }
}
