import type { IncomingMessage } from 'node:http'
import proxyAddr from '@fastify/proxy-addr'
import type { Config } from '../config.ts'

type Believed = (address: string, hop: number) => boolean

/** Which hops are believed, the nearest first: so many of them, or those with these addresses. */
export function believedHops(proxies: Config['trustProxy']): Believed {
  if (proxies === false) return () => false
  return typeof proxies === 'number' ? (_address, hop) => hop < proxies : proxyAddr.compile(proxies)
}

/** The address that a request comes from; an upgrade is judged as a call is. */
export const addressOf = (req: IncomingMessage, believed: Believed): string => proxyAddr(req, believed)
