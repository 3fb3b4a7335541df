/** Where somebody left off, on this device. */
const key = 'media:at'
const kept = 50
const [beginningS, endS] = [4, 4]

type Places = [id: string, atS: number][]
function read(): Places {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]') as Places
  } catch {
    return []
  }
}

/** Seconds from its beginning where it goes on; 0 where it was never begun, or was heard to its end. */
export const placeOf = (id: string): number => read().find(([one]) => one === id)?.[1] ?? 0

export function keepPlace(id: string, atS: number, lengthS: number): void {
  const others = read().filter(([one]) => one !== id)
  const isWithin = atS > beginningS && atS < lengthS - endS
  localStorage.setItem(key, JSON.stringify(isWithin ? [[id, Math.floor(atS)], ...others].slice(0, kept) : others))
}
