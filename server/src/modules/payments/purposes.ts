import type { Ctx } from '../../kernel/ctx.ts'
import type { Host } from '../../kernel/host.ts'
import type { PaymentRow } from './store.ts'

/**
 * What money is paid for. Its module hears of its own payments and of no others, many at once, in the transaction that takes
 * their logs in: what it refuses, nobody has seen. A fresh index of an old chain tells it everything again.
 */
export type Purpose = {
  /** As intents and payments store it: lower case, never renamed. */
  name: string
  /** Payments that keep no promise are of this purpose; exactly one purpose says so. */
  takesUnpromised?: true
  settled: (ctx: Ctx, payments: readonly PaymentRow[]) => Promise<void>
  reversed: (ctx: Ctx, payments: readonly PaymentRow[]) => Promise<void>
}

type Purposes = ReadonlyMap<string, Purpose>
const registered = new WeakMap<object, Map<string, Purpose>>()

/** Makes a purpose known to a host. It may come before or after `payments` itself: logs are read when all are there. */
export function purpose(host: Pick<Host, 'onChain'>, one: Purpose): void {
  const purposes = registered.get(host) ?? new Map<string, Purpose>()
  if (purposes.has(one.name)) throw new Error(`two modules take payments for ${one.name}`)
  if (one.takesUnpromised && [...purposes.values()].some(({ takesUnpromised }) => takesUnpromised))
    throw new Error(`${one.name} is the second purpose that takes what nobody promised`)
  registered.set(host, purposes.set(one.name, one))
}

export const purposesOf = (host: object): Purposes => registered.get(host) ?? new Map()

/** The purpose of what nobody promised. */
export function unpromised(purposes: Purposes): string {
  const [found] = [...purposes.values()].filter(({ takesUnpromised }) => takesUnpromised)
  if (!found) throw new Error('no purpose takes payments that keep no promise')
  return found.name
}

/** Gives each purpose its payments. One that nobody registered is a fault: its money must not go by unseen. */
export async function hand(
  purposes: Purposes,
  payments: readonly PaymentRow[],
  to: (one: Purpose, its: PaymentRow[]) => Promise<void>,
): Promise<void> {
  const names = new Set(payments.map((payment) => payment.purpose))
  for (const name of names) {
    const one = purposes.get(name)
    if (!one) throw new Error(`no module takes payments for ${name}`)
    await to(
      one,
      payments.filter((payment) => payment.purpose === name),
    )
  }
}
