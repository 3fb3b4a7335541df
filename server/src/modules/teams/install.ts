import type { Host } from '../../kernel/host.ts'
import { actFor } from './acting.ts'
import { onChain } from './on-chain.ts'
import { routes } from './routes.ts'

export function install(host: Host): void {
  actFor(host)
  onChain(host)
  routes(host)
}
