import type { Host } from '../../kernel/host.ts'
import { onChain } from './on-chain.ts'
import { onEvents } from './on-events.ts'
import { routes } from './routes.ts'

export function install(host: Host): void {
  onChain(host)
  onEvents(host)
  routes(host)
}
