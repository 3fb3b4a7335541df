import type { Caller } from '../ctx.ts'

/** Nobody has more pages open; more is a script. */
const socketsPerAccount = 30
/** Many people share one address. */
const socketsPerAddress = 500

/** Counts open sockets by account and by address, and says when somebody has enough. */
export function socketAdmission(rateFactor: number) {
  const open = new Map<string, number>()
  const keysOf = ({ account, address }: Caller): [key: string, most: number][] => [
    ...(account ? [[`account ${account}`, socketsPerAccount] as [string, number]] : []),
    [`address ${address}`, socketsPerAddress * rateFactor],
  ]
  const move = (caller: Caller, by: 1 | -1) => {
    for (const [key] of keysOf(caller)) {
      const count = (open.get(key) ?? 0) + by
      if (count > 0) open.set(key, count)
      else open.delete(key)
    }
  }
  return {
    hasRoom: (caller: Caller): boolean => keysOf(caller).every(([key, most]) => (open.get(key) ?? 0) < most),
    enter: (caller: Caller): void => move(caller, 1),
    leave: (caller: Caller): void => move(caller, -1),
  }
}
