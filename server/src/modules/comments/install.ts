import type { Host } from '../../kernel/host.ts'
import { onEvents } from './on-events.ts'
import { routes } from './routes.ts'

export function install(host: Host): void {
  onEvents(host)
  routes(host)
}
