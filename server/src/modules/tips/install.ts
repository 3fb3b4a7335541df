import type { Host } from '../../kernel/host.ts'
import { onChain } from './on-chain.ts'
import { hydrateTips } from './read.ts'
import { routes } from './routes.ts'

export function install(host: Host): void {
  onChain(host)
  host.hydrates(hydrateTips)
  routes(host)
}
