import { keptJson, personalKey } from '../../lib/storage.ts'

/** Where somebody left off, on this device. */
const kept = 50
const [beginningS, endS] = [4, 4]

type Places = [id: string, atS: number][]
const memory = () => keptJson<Places>(personalKey('media:at'))
const read = (): Places => memory().read() ?? []

/** Seconds from its beginning where it goes on; 0 where it was never begun, or was heard to its end. */
export const placeOf = (id: string): number => read().find(([one]) => one === id)?.[1] ?? 0

export function keepPlace(id: string, atS: number, lengthS: number): void {
  const others = read().filter(([one]) => one !== id)
  const isWithin = atS > beginningS && atS < lengthS - endS
  const here: Places = isWithin ? [[id, Math.floor(atS)]] : []
  memory().write([...here, ...others].slice(0, kept))
}
